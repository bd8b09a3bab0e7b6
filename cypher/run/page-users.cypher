// Lists a page of the runs that used each snapshot, latest first, then by key in descending order.
// read
// $snapshotKeys  [string]
// $asOf  epoch ms, null for now
// the parameters of after-newest
// $limit          maximum number of rows for each snapshot
// -> owner (key of the snapshot), at (epoch ms: startedAt, or recordedAt if unknown), and run-columns
UNWIND $snapshotKeys AS owner
CALL (owner) {
  MATCH (:DatasetSnapshot&Lineage {key: owner})-[u:USED_BY/*: or-retracted */]->(r:Run)
  WHERE /*: is-flow(u, USED_BY, $asOf) */
  WITH DISTINCT r, /*: state-at(r) */ AS state
  WITH r, coalesce(state.startedAt, r.recordedAt) AS at
  WHERE /*: after-newest(at, r.key) */
  WITH r ORDER BY /*: newest-first(at, r.key) */
  LIMIT $limit
  RETURN collect(r) AS page
}
UNWIND range(0, size(page) - 1) AS position
WITH owner, position, page[position] AS r
WITH owner, position, r, /*: state-at(r) */ AS state
RETURN owner, coalesce(state.startedAt, r.recordedAt) AS at,
       /*: run-columns */
ORDER BY owner, position
