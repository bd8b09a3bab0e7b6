// Finds the upstream closure of nodes: the closest nodes, and counts over the whole closure on every row.
// read
// $roots      [string]  keys
// $asOf       epoch ms, null for now: only relationships recorded until then are traversed
// the parameters of closure-page
// -> the columns of closure-page
UNWIND $roots AS rootKey
MATCH (root:Lineage {key: rootKey})
WHERE /*: recorded-by(root, $asOf) */
// Planned as a pruning breadth-first expansion: each node once for each root, whatever the number of paths.
MATCH p = (root)<-[:/*: flow *//*: or-retracted */*0..]-(n)
WHERE /*: walked-by(p, $asOf) */
WITH n, min(length(p)) AS depth
/*: closure-page */
