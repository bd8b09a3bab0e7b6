import { NodeResolver } from "./node.resolver.js";

export { createNodeLoaders } from "./node-loaders.js";

export const referenceResolvers = [NodeResolver] as const;
