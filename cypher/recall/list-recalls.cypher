// Lists a page of recalls, newest first.
// read
// the parameters of recall-filter
// the parameters of after-newest
// $limit       maximum number of rows
// -> at (openedAt, epoch ms), and recall-columns
MATCH (r:Recall)
WHERE /*: recall-filter */
  AND /*: after-newest(r.openedAt, r.id) */
RETURN r.openedAt AS at, /*: recall-columns */
ORDER BY /*: newest-first(r.openedAt, r.id) */
LIMIT $limit
