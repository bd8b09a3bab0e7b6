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
  @Query(() => Model, { nullable: true, description: "Returns a model, or null if it does not exist." })
  @Extensions({ role: "reader" })
  model(
    @Arg("namespace", () => String, { description: "Namespace of the model." }) namespace: string,
    @Arg("name", () => String, { description: "Name of the model." }) name: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ContainerNode | null> {
    return loaders.container.load(modelKey(namespace, name));
  }

  @Query(() => ModelConnection, { description: "Lists models, ordered by key." })
  @Extensions({ role: "reader" })
  models(
    @Arg("namespace", () => String, {
      nullable: true,
      description: "Returns only models in this namespace. Defaults to all namespaces.",
    })
    namespace: string | null = null,
    @Arg("nameContains", () => String, {
      nullable: true,
      description: "Returns only models whose name contains this text, ignoring letter case.",
    })
    nameContains: string | null = null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Model> {
    return listModels(graph, { namespace, nameContains }, page);
  }

  @Mutation(() => Model, {
    description: "Sets, moves or removes an alias of a model. A null `version` removes the alias.",
  })
  @Extensions({ role: "writer" })
  async setModelAlias(
    @Arg("input", () => SetModelAliasInput, { description: "The alias to set, move or remove." })
    input: SetModelAliasInput,
    @Ctx() context: RequestContext,
  ): Promise<ContainerNode | null> {
    return context.loaders.container.load(await recordFact(context, { operation: "setModelAlias", input }));
  }

  @FieldResolver(() => ModelVersionConnection, {
    description: "Versions of the model, newest first by `createdAt`, or by `recordedAt` if `createdAt` is unknown.",
  })
  versions(
    @Root() { key }: Model,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Connection<ModelVersion> {
    return timeConnection(key, args, loaders.modelVersionPage, loaders.modelVersionCount);
  }
}
