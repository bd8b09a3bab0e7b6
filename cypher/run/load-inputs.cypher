// Loads the inputs of runs: snapshots and model versions. The commit and the environment are separate fields.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the run), role, inferred, key, title, recordedAt, isStub (of the input)
UNWIND $keys AS owner
MATCH (:Run&Lineage {key: owner})<-[u:USED_BY/*: or-retracted */]-(n:DatasetSnapshot|ModelVersion)
WHERE /*: is-flow(u, USED_BY, $asOf) */
RETURN owner, coalesce(u.role, '') AS role, coalesce(u.inferred, false) AS inferred,
       /*: light-node(n) */
ORDER BY owner, role, key
