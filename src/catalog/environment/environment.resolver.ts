import { Arg, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { recordFact } from "../../core/api/record-fact.js";
import { environmentKey } from "../../core/shared/key.js";
import { RegisterEnvironmentInput } from "./environment.input.js";
import { loadEnvironment } from "./environment.loaders.js";
import { packagesOf } from "./environment.repository.js";
import { Environment, PackageRequirement } from "./environment.type.js";

@Resolver(() => Environment)
export class EnvironmentResolver {
  @Query(() => Environment, { nullable: true, description: "The environment with this digest, or null." })
  @Extensions({ role: "reader" })
  environment(
    @Arg("digest", () => String, { description: "Its digest, 'algorithm:hex'." }) digest: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Environment | null> {
    return loadEnvironment(loaders, environmentKey(digest));
  }

  @Mutation(() => Environment, {
    description: "Registers an environment; texts that ask for the same packages are the same environment.",
  })
  @Extensions({ role: "writer" })
  async registerEnvironment(
    @Arg("input", () => RegisterEnvironmentInput, { description: "What the environment is made of." })
    input: RegisterEnvironmentInput,
    @Ctx() context: RequestContext,
  ): Promise<Environment | null> {
    return loadEnvironment(context.loaders, await recordFact(context, { operation: "registerEnvironment", input }));
  }

  @FieldResolver(() => [PackageRequirement], {
    description: "Its packages in alphabetical order; none where only the digest is known.",
  })
  async packages(@Root() { key }: Environment, @Ctx() { loaders }: RequestContext): Promise<PackageRequirement[]> {
    return (await loaders.environmentContent.load(key)).flatMap(packagesOf);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The text of the requirements.txt that it was registered with, credentials masked.",
  })
  async requirements(@Root() { key }: Environment, @Ctx() { loaders }: RequestContext): Promise<string | null> {
    const [content] = await loaders.environmentContent.load(key);
    return content?.requirements ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The text of the conda file that it was registered with, credentials masked.",
  })
  async condaYaml(@Root() { key }: Environment, @Ctx() { loaders }: RequestContext): Promise<string | null> {
    const [content] = await loaders.environmentContent.load(key);
    return content?.condaYaml ?? null;
  }
}
