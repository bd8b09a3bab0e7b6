// Lists a page of the runs that each run started, latest first, of one moment the last key first.
// read
// $runKeys  [string]
// the parameters of after-newest
// $limit          rows at most for each
// -> owner (key of the run that started them), at (epoch ms: when it started, else was recorded), and run-columns
UNWIND $runKeys AS owner
CALL (owner) {
  MATCH (:Run&Lineage {key: owner})<-[:PARENT_RUN]-(r:Run)
  WITH DISTINCT r, coalesce(r.startedAt, r.recordedAt) AS at
  WHERE /*: after-newest(at, r.key) */
  WITH r ORDER BY /*: newest-first(at, r.key) */
  LIMIT $limit
  RETURN collect(r) AS page
}
UNWIND range(0, size(page) - 1) AS position
WITH owner, position, page[position] AS r
RETURN owner, coalesce(r.startedAt, r.recordedAt) AS at,
       /*: run-columns */
ORDER BY owner, position
