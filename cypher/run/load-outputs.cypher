// Loads the outputs of runs: snapshots and model versions.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the run), role, inferred, key, title, recordedAt, isStub (of the output)
UNWIND $keys AS owner
MATCH (:Run&Lineage {key: owner})-[p:PRODUCED/*: or-retracted */]->(n:DatasetSnapshot|ModelVersion)
WHERE /*: is-flow(p, PRODUCED, $asOf) */
RETURN owner, coalesce(p.role, '') AS role, coalesce(p.inferred, false) AS inferred,
       /*: light-node(n) */
ORDER BY owner, role, key
