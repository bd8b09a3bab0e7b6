// Loads the outputs of runs: snapshots and model versions.
// read
// $keys  [string]
// -> owner (key of the run), role, inferred, key, title, recordedAt, isStub (of the output)
UNWIND $keys AS owner
MATCH (:Run&Lineage {key: owner})-[p:PRODUCED]->(n:DatasetSnapshot|ModelVersion)
RETURN owner, coalesce(p.role, '') AS role, coalesce(p.inferred, false) AS inferred,
       /*: light-node(n) */
ORDER BY owner, role, key
