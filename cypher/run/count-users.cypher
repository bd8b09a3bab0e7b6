// Counts the runs that used each snapshot.
// read
// $snapshotKeys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the snapshot), count
UNWIND $snapshotKeys AS owner
MATCH (:DatasetSnapshot&Lineage {key: owner})-[u:USED_BY/*: or-retracted */]->(r:Run)
WHERE /*: is-flow(u, USED_BY, $asOf) */
RETURN owner, count(DISTINCT r) AS count
