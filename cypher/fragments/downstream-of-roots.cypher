// Finds n and depth: the downstream closure of the roots, each node with its least number of hops. A question about a folder
// is also about its members, which count as roots.
// (Types, walked)  names of the fragments with the types of the relationships, and with the condition for a path
// $roots   [string]  keys
// $asOf    epoch ms, null for now: only relationships recorded until then are traversed
UNWIND $roots AS rootKey
MATCH (root:Lineage {key: rootKey})
WHERE /*: recorded-by(root, $asOf) */
CALL (root) {
  // Planned as a pruning breadth-first expansion: each node once for each root, whatever the number of paths.
  MATCH p = (root)-[:/*: Types *//*: or-retracted */*0..]->(n)
  WHERE /*: walked(p, $asOf) */
  RETURN n, min(length(p)) AS depth
  UNION ALL
  // One expansion for all members of a folder.
  WITH root
  WHERE EXISTS { (root)-[:CONTAINS]->() }
  MATCH p = (root)-[:CONTAINS|/*: Types *//*: or-retracted */*1..]->(n)
  WHERE /*: walked(p, $asOf) */ AND /*: begins-with-member(p, root) */
  RETURN n, min(length(p)) - 1 AS depth
}
WITH n, min(depth) AS depth
