export { labelOf } from "./label.js";
export { LineageKind, type LineageTypename, lineageKindOf, typenameOf } from "./lineage-kind.enum.js";
export { type LineageRow, toLineageNode } from "./lineage-node.js";
export { needsDetails } from "./needs-details.js";
export { type ContainerNode, type NodeSource, createNodeLoader } from "./node.loaders.js";
export { LineageNode, Node } from "./node.type.js";
export { resolveTypesByName } from "./resolve-types.js";
