import { ModelResolver } from "./model.resolver.js";
import { ModelVersionResolver } from "./model-version.resolver.js";

export const modelResolvers = [ModelResolver, ModelVersionResolver] as const;
