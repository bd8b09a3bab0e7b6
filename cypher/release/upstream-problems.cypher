// Finds the tombstoned and the recalled nodes upstream of model versions, the versions included. No budget limits the search.
// read
// $versionKeys  [string]
// -> owner (key of the version), tombstonedCount, tombstoned (the first five keys), recalledCount, recalled (the first five keys)
/*: recalled-nodes(null) */
UNWIND $versionKeys AS owner
MATCH (v:ModelVersion&Lineage {key: owner})
CALL (v) {
  // Planned as a pruning breadth-first expansion: each node once for each version, whatever the number of paths.
  MATCH p = (v)<-[:/*: flow */*0..]-(n)
  WITH n, min(length(p)) AS depth
  WHERE n.tombstonedAt IS NOT NULL
  WITH n.key AS key ORDER BY key
  RETURN collect(key) AS tombstoned
}
CALL (v, recalled) {
  // Usually nothing is recalled, and the expansion is skipped. What is recalled is bad in every namespace.
  UNWIND CASE WHEN size(recalled) = 0 THEN [] ELSE [v] END AS start
  MATCH p = (start)<-[:/*: flow-and-copies */*0..]-(n)
  WHERE /*: copied-by(p, null) */
  WITH recalled, n, min(length(p)) AS depth
  WHERE n IN recalled
  WITH n.key AS key ORDER BY key
  RETURN collect(key) AS recalledKeys
}
WITH owner, tombstoned, recalledKeys
WHERE size(tombstoned) > 0 OR size(recalledKeys) > 0
RETURN owner, size(tombstoned) AS tombstonedCount, tombstoned[..5] AS tombstoned, size(recalledKeys) AS recalledCount, recalledKeys[..5] AS recalled
