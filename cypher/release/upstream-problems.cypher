// Finds the tombstoned and the recalled nodes upstream of model versions, the versions included. No budget limits the search.
// read
// $versionKeys  [string]
// -> owner (key of the version), tombstonedCount, tombstoned (the first five keys), recalledCount, recalled (the first five keys)
UNWIND $versionKeys AS owner
MATCH (v:ModelVersion&Lineage {key: owner})
// Planned as a pruning breadth-first expansion: each node once for each version, whatever the number of paths.
MATCH p = (v)<-[:/*: flow */*0..]-(n)
WITH owner, n, min(length(p)) AS depth
WITH owner, n, n.tombstonedAt IS NOT NULL AS isTombstoned, EXISTS { (n)<-[:RECALLS]-(r:Recall) WHERE r.state = 'OPEN' } AS isRecalled
WHERE isTombstoned OR isRecalled
WITH owner, n, isTombstoned, isRecalled ORDER BY n.key
WITH owner, collect(CASE WHEN isTombstoned THEN n.key END) AS tombstoned, collect(CASE WHEN isRecalled THEN n.key END) AS recalled
RETURN owner, size(tombstoned) AS tombstonedCount, tombstoned[..5] AS tombstoned, size(recalled) AS recalledCount, recalled[..5] AS recalled
