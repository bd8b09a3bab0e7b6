import { ModelAliasResolver } from "./model-alias.resolver.js";
import { ModelResolver } from "./model.resolver.js";
import { ModelVersionResolver } from "./model-version.resolver.js";

export const modelResolvers = [ModelResolver, ModelVersionResolver, ModelAliasResolver] as const;
