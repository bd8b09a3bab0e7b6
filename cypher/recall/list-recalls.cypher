// Lists a page of recalls, newest first.
// read
// $states      [string]
// $at, $afterKey     begins after this place (openedAt, id) in the direction of the page; nulls for the first page
// $isBackward        from the end
// $limit             rows at most
// -> at (epoch ms: when it was opened), and the columns of load-recalls
MATCH (r:Recall) WHERE r.state IN $states
  AND ($afterKey IS NULL
   OR CASE WHEN $isBackward THEN r.openedAt > $at OR (r.openedAt = $at AND r.id > $afterKey)
           ELSE r.openedAt < $at OR (r.openedAt = $at AND r.id < $afterKey) END)
RETURN r.openedAt AS at, r.id AS id, r.state AS state, r.by AS by, r.reason AS reason, r.openedAt AS openedAt, r.closedAt AS closedAt,
       r.datasetKeys AS datasetKeys, r.packageNames AS packageNames, r.packageSpecifiers AS packageSpecifiers
ORDER BY CASE WHEN $isBackward THEN r.openedAt ELSE -r.openedAt END, CASE WHEN $isBackward THEN r.id ELSE '' END, CASE WHEN $isBackward THEN '' ELSE r.id END DESC
LIMIT $limit
