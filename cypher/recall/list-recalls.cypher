// Lists a page of recalls, newest first.
// read
// $states      [string]
// $at, $afterKey     position (openedAt, id) after which the page starts, in its direction; nulls for the first page
// $isBackward        true for a page from the end of the list
// $limit             maximum number of rows
// -> at (openedAt, epoch ms), and the columns of load-recalls
MATCH (r:Recall) WHERE r.state IN $states
  AND ($afterKey IS NULL
   OR CASE WHEN $isBackward THEN r.openedAt > $at OR (r.openedAt = $at AND r.id > $afterKey)
           ELSE r.openedAt < $at OR (r.openedAt = $at AND r.id < $afterKey) END)
RETURN r.openedAt AS at, r.id AS id, r.state AS state, r.by AS by, r.reason AS reason, r.openedAt AS openedAt, r.closedAt AS closedAt,
       r.datasetKeys AS datasetKeys, r.packageNames AS packageNames, r.packageSpecifiers AS packageSpecifiers
ORDER BY CASE WHEN $isBackward THEN r.openedAt ELSE -r.openedAt END, CASE WHEN $isBackward THEN r.id ELSE '' END, CASE WHEN $isBackward THEN '' ELSE r.id END DESC
LIMIT $limit
