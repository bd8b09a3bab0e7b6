// Lists a page of releases, newest first; for the same time, the last id first.
// read
// the parameters of release-filter
// the parameters of after-newest
// $limit             maximum number of rows
// -> release-columns
MATCH (r:Release)
WHERE /*: release-filter */ AND /*: after-newest(r.recordedAt, r.id) */
WITH r ORDER BY /*: newest-first(r.recordedAt, r.id) */
LIMIT $limit
WITH r, /*: state-at(r) */ AS state
RETURN /*: release-columns */
ORDER BY /*: newest-first(recordedAt, id) */
