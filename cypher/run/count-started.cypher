// Counts the runs that each run started.
// read
// $runKeys  [string]
// -> owner (key of the run that started them), count
UNWIND $runKeys AS owner
MATCH (:Run&Lineage {key: owner})<-[:PARENT_RUN]-(r:Run)
RETURN owner, count(DISTINCT r) AS count
