// The title of a lineage node. Only that of a run may change.
// (node)
// $asOf  epoch ms, null for now
// now: node.title
CASE WHEN node:Run THEN (/*: state-at(node) */).title ELSE node.title END
