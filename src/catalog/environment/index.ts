import { EnvironmentResolver } from "./environment.resolver.js";

export { EnvironmentRefInput } from "./environment.input.js";
export { createEnvironmentLoaders, environmentSource } from "./environment.loaders.js";
export { Environment, PackageRequirement } from "./environment.type.js";

export const environmentResolvers = [EnvironmentResolver] as const;
