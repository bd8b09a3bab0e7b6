// Lists a page of recalls, newest first.
// read
// $states      [string]
// the parameters of after-newest
// $limit       maximum number of rows
// -> at (openedAt, epoch ms), and recall-columns
MATCH (r:Recall) WHERE r.state IN $states
  AND /*: after-newest(r.openedAt, r.id) */
RETURN r.openedAt AS at, /*: recall-columns */
ORDER BY /*: newest-first(r.openedAt, r.id) */
LIMIT $limit
