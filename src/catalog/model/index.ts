import { ModelResolver } from "./model.resolver.js";
import { ModelVersionResolver } from "./model-version.resolver.js";

export { ModelVersionRefInput } from "../ref/model-version-ref.input.js";
export { ModelVersion, ModelVersionConnection } from "./model-version.type.js";
export { createModelLoaders, modelSource, modelVersionSource } from "./model.loaders.js";
export { type ModelAlias, findAliased } from "./model.repository.js";
export { Model, ModelConnection } from "./model.type.js";

export const modelResolvers = [ModelResolver, ModelVersionResolver] as const;
