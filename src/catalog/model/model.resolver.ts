import { Arg, Args, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { PageArgs } from "../../core/api/page.js";
import { recordFact } from "../../core/api/record-fact.js";
import { timeConnection } from "../../core/api/time-page.js";
import { modelKey } from "../../core/shared/key.js";
import { ModelVersion, ModelVersionConnection } from "./model-version.type.js";
import { SetModelAliasInput } from "./model.input.js";
import { listModels } from "./model.repository.js";
import { Model, ModelConnection } from "./model.type.js";

@Resolver(() => Model)
export class ModelResolver {
  @Query(() => Model, { nullable: true, description: "The model with this name, or null." })
  @Extensions({ role: "reader" })
  model(
    @Arg("namespace", () => String, { description: "The model's namespace." }) namespace: string,
    @Arg("name", () => String, { description: "The model's name." }) name: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ContainerNode | null> {
    return loaders.container.load(modelKey(namespace, name));
  }

  @Query(() => ModelConnection, { description: "Models by key." })
  @Extensions({ role: "reader" })
  models(
    @Arg("namespace", () => String, { nullable: true, description: "Only those of this namespace." })
    namespace: string | null = null,
    @Arg("nameContains", () => String, {
      nullable: true,
      description: "Only those whose name has this in it, in upper or lower case.",
    })
    nameContains: string | null = null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Model> {
    return listModels(graph, { namespace, nameContains }, page);
  }

  @Mutation(() => Model, {
    description: "Points an alias to a version, in place of the one it pointed to. Null version removes the alias.",
  })
  @Extensions({ role: "writer" })
  async setModelAlias(
    @Arg("input", () => SetModelAliasInput, { description: "The alias and where it points." })
    input: SetModelAliasInput,
    @Ctx() context: RequestContext,
  ): Promise<ContainerNode | null> {
    return context.loaders.container.load(await recordFact(context, { operation: "setModelAlias", input }));
  }

  @FieldResolver(() => ModelVersionConnection, {
    description: "Its versions, newest first: by when they were made, else recorded.",
  })
  versions(
    @Root() { key }: Model,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Connection<ModelVersion> {
    return timeConnection(key, args, loaders.modelVersionPage, loaders.modelVersionCount);
  }
}
