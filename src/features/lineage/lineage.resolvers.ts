import { CompletenessResolver } from "./completeness.resolver.js";
import { LineageResolver, NodeLineageResolver } from "./lineage.resolver.js";
import { PathResolver } from "./path.resolver.js";

export const lineageResolvers = [LineageResolver, NodeLineageResolver, CompletenessResolver, PathResolver] as const;
