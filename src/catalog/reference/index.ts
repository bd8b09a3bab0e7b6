import { NodeResolver } from "./node.resolver.js";
import { ReferenceResolver } from "./reference.resolver.js";

export { containerSources, createNodeLoaders } from "./node-loaders.js";
export { NodeRefInput, PackageRefInput } from "./node-ref.input.js";
export { findNodeRefs, resolveNodeRefs } from "./resolve-node-refs.js";

export const referenceResolvers = [NodeResolver, ReferenceResolver] as const;
