// Lists a page of deployments of all endpoints, newest first, of one moment the last key first.
// read
// $prefix      begins the key of every endpoint: that of a namespace, or of all endpoints
// $stage       null for all
// $now         epoch ms
// $isServing   true: those that serve now; false: those that do not; null for all
// $hasRelease  true: those that rest on a release; false: those that none backs; null for all
// $at, $afterKey     begins after this place in the direction of the page; nulls for the first page
// $isBackward        from the end
// $limit             rows at most
// -> at (epoch ms: when it began), and the columns of load-deployments
MATCH (e:Endpoint)
WHERE e.key STARTS WITH $prefix AND ($stage IS NULL OR coalesce(e.stage, 'DEVELOPMENT') = $stage)
MATCH (e)<-[:SERVED_AT]-(d:Deployment)
WHERE ($isServing IS NULL OR $isServing = (d.validFrom <= $now AND (d.validTo IS NULL OR d.validTo > $now)))
  AND ($hasRelease IS NULL OR $hasRelease = EXISTS { (d)<-[:BACKS]-(:Release) })
  AND ($afterKey IS NULL
       OR CASE WHEN $isBackward THEN d.validFrom > $at OR (d.validFrom = $at AND d.key > $afterKey)
               ELSE d.validFrom < $at OR (d.validFrom = $at AND d.key < $afterKey) END)
WITH e, d ORDER BY CASE WHEN $isBackward THEN d.validFrom ELSE -d.validFrom END,
                   CASE WHEN $isBackward THEN d.key ELSE '' END, CASE WHEN $isBackward THEN '' ELSE d.key END DESC
LIMIT $limit
RETURN d.validFrom AS at,
       d.key AS key, d.title AS title, d.recordedAt AS recordedAt, d.endpointKey AS endpointKey, d.modelVersionKey AS modelVersionKey,
       coalesce(e.stage, 'DEVELOPMENT') AS stage, d.validFrom AS validFrom, d.validTo AS validTo, d.endReason AS endReason,
       coalesce(d.trafficPercent, 0) AS trafficPercent, d.by AS by,
       head(COLLECT { MATCH (d)<-[:USED_BY]-(c:CodeCommit) RETURN c.key ORDER BY c.key LIMIT 1 }) AS codeCommitKey,
       head(COLLECT { MATCH (d)<-[:USED_BY]-(v:Environment) RETURN v.key ORDER BY v.key LIMIT 1 }) AS environmentKey
ORDER BY CASE WHEN $isBackward THEN at ELSE -at END,
         CASE WHEN $isBackward THEN key ELSE '' END, CASE WHEN $isBackward THEN '' ELSE key END DESC
