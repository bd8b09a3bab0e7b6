// Lists a page of releases, newest first, of one moment the last id first.
// read
// $states       [string]
// $endpointKey  null for all
// $at, $afterKey     begins after this place in the direction of the page; nulls for the first page
// $isBackward        from the end
// $limit             rows at most
// -> the columns of load-releases
MATCH (r:Release)
WHERE r.state IN $states AND ($endpointKey IS NULL OR r.endpointKey = $endpointKey)
  AND ($afterKey IS NULL
       OR CASE WHEN $isBackward THEN r.recordedAt > $at OR (r.recordedAt = $at AND r.id > $afterKey)
               ELSE r.recordedAt < $at OR (r.recordedAt = $at AND r.id < $afterKey) END)
WITH r ORDER BY CASE WHEN $isBackward THEN r.recordedAt ELSE -r.recordedAt END,
                CASE WHEN $isBackward THEN r.id ELSE '' END, CASE WHEN $isBackward THEN '' ELSE r.id END DESC
LIMIT $limit
RETURN r.id AS id, r.state AS state, r.modelVersionKey AS modelVersionKey, r.endpointKey AS endpointKey, r.trafficPercent AS trafficPercent,
       r.note AS note, r.proposedBy AS proposedBy, r.recordedAt AS recordedAt, r.closedAt AS closedAt, r.closedBy AS closedBy, r.closeReason AS closeReason,
       r.override AS override, r.checks AS checks, r.reviews AS reviews, r.policy AS policy,
       head(COLLECT { MATCH (r)-[:BACKS]->(d:Deployment) RETURN d.key ORDER BY d.validFrom LIMIT 1 }) AS deploymentKey
ORDER BY CASE WHEN $isBackward THEN recordedAt ELSE -recordedAt END,
         CASE WHEN $isBackward THEN id ELSE '' END, CASE WHEN $isBackward THEN '' ELSE id END DESC
