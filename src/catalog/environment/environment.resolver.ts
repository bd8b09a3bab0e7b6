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
  @Query(() => Environment, { nullable: true, description: "Returns an environment, or null if it does not exist." })
  @Extensions({ role: "reader" })
  environment(
    @Arg("digest", () => String, { description: "Digest of the environment in the format `algorithm:value`." })
    digest: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Environment | null> {
    return loadEnvironment(loaders, environmentKey(digest));
  }

  @Mutation(() => Environment, {
    description: "Registers an environment. Texts with the same canonical content are the same environment.",
  })
  @Extensions({ role: "writer" })
  async registerEnvironment(
    @Arg("input", () => RegisterEnvironmentInput, { description: "Content of the environment." })
    input: RegisterEnvironmentInput,
    @Ctx() context: RequestContext,
  ): Promise<Environment | null> {
    return loadEnvironment(context.loaders, await recordFact(context, { operation: "registerEnvironment", input }));
  }

  @FieldResolver(() => [PackageRequirement], {
    description: "Packages of the environment in alphabetical order. Empty if only the digest is known.",
  })
  async packages(@Root() { key }: Environment, @Ctx() { loaders }: RequestContext): Promise<PackageRequirement[]> {
    return (await loaders.environmentContent.load(key)).flatMap(packagesOf);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Text of the `requirements.txt` that was registered first, with credentials masked. Null if there is none.",
  })
  async requirements(@Root() { key }: Environment, @Ctx() { loaders }: RequestContext): Promise<string | null> {
    const [content] = await loaders.environmentContent.load(key);
    return content?.requirements ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Text of the conda environment file that was registered first, with credentials masked. Null if there is none.",
  })
  async condaYaml(@Root() { key }: Environment, @Ctx() { loaders }: RequestContext): Promise<string | null> {
    const [content] = await loaders.environmentContent.load(key);
    return content?.condaYaml ?? null;
  }
}
