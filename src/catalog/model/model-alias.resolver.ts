import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { ModelAlias } from "./model-alias.type.js";
import { ModelVersion } from "./model-version.type.js";
import { loadModelVersion } from "./model.loaders.js";
import { Model } from "./model.type.js";

@Resolver(() => ModelAlias)
export class ModelAliasResolver {
  @FieldResolver(() => Model, { description: "The model that the alias belongs to." })
  model(@Root() { modelKey }: ModelAlias, @Ctx() { loaders }: RequestContext): Promise<ContainerNode | null> {
    return loaders.container.load(modelKey);
  }

  @FieldResolver(() => ModelVersion, { description: "The version that the alias points to." })
  version(@Root() { versionKey }: ModelAlias, @Ctx() { loaders }: RequestContext): Promise<ModelVersion | null> {
    return loadModelVersion(loaders, versionKey);
  }
}
