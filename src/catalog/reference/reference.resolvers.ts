import { NodeResolver } from "./node.resolver.js";
import { ReferenceResolver } from "./reference.resolver.js";

export const referenceResolvers = [NodeResolver, ReferenceResolver] as const;
