// Finds n and depth: everything that deleting nodes and, of folders, their members affects. Passes through other names of the
// same content unless they are known to be at another place.
// (roots)  list of nodes; depth is the number of hops from the nearest one
// $asOf    epoch ms, null for now
CALL (roots) {
  UNWIND roots AS target
  RETURN target
  UNION
  UNWIND roots AS root
  MATCH (root)-[contains:CONTAINS]->(target)
  WHERE /*: recorded-by(contains, $asOf) */
  RETURN target
}
WITH roots, collect(target) AS targets
WITH roots, targets, [t IN targets WHERE t.contentKey IS NOT NULL | t.contentKey] AS contentKeys
CALL (roots, targets, contentKeys) {
  UNWIND roots AS root
  // Planned as a pruning breadth-first expansion, as the other two.
  MATCH p = (root)-[:/*: flow */*0..]->(n)
  WHERE /*: walked-by(p, $asOf) */ AND /*: passes-targets(p, contentKeys) */
  RETURN n, min(length(p)) AS depth
  UNION ALL
  UNWIND roots AS root
  WITH contentKeys, root
  WHERE EXISTS { (root)-[:CONTAINS]->() }
  MATCH p = (root)-[:CONTAINS|/*: flow */*1..]->(n)
  WHERE /*: walked-by(p, $asOf) */ AND /*: passes-targets(p, contentKeys) */ AND /*: begins-with-member(p, root) */
  RETURN n, min(length(p)) - 1 AS depth
  UNION ALL
  UNWIND targets AS target
  WITH contentKeys, target
  WHERE target.contentKey IS NOT NULL
  MATCH (identical:Lineage {contentKey: target.contentKey})
  WHERE identical <> target AND NOT /*: is-elsewhere(identical, target) */
  WITH DISTINCT contentKeys, identical
  MATCH p = (identical)-[:/*: flow */*0..]->(n)
  WHERE /*: walked-by(p, $asOf) */ AND /*: passes-targets(p, contentKeys) */
  RETURN n, min(length(p)) + 1 AS depth
}
WITH n, min(depth) AS depth
