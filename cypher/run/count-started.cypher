// Counts the runs that each run started.
// read
// $runKeys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the run that started them), count
UNWIND $runKeys AS owner
MATCH (:Run&Lineage {key: owner})<-[:PARENT_RUN]-(r:Run)
WHERE /*: started-by(r, owner) */
RETURN owner, count(DISTINCT r) AS count
