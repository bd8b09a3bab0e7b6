import { EnvironmentResolver } from "./environment.resolver.js";

export const environmentResolvers = [EnvironmentResolver] as const;
