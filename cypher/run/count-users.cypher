// Counts the runs that used each snapshot.
// read
// $snapshotKeys  [string]
// -> owner (key of the snapshot), count
UNWIND $snapshotKeys AS owner
MATCH (:DatasetSnapshot&Lineage {key: owner})-[:USED_BY]->(r:Run)
RETURN owner, count(DISTINCT r) AS count
