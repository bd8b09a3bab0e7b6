// Counts the deployments of all endpoints.
// read
// $prefix      begins the key of every endpoint: that of a namespace, or of all endpoints
// $stage       null for all
// $now         epoch ms
// $isServing   true: those that serve now; false: those that do not; null for all
// $hasRelease  true: those that rest on a release; false: those that none backs; null for all
// -> count
MATCH (e:Endpoint)
WHERE e.key STARTS WITH $prefix AND ($stage IS NULL OR coalesce(e.stage, 'DEVELOPMENT') = $stage)
MATCH (e)<-[:SERVED_AT]-(d:Deployment)
WHERE ($isServing IS NULL OR $isServing = (d.validFrom <= $now AND (d.validTo IS NULL OR d.validTo > $now)))
  AND ($hasRelease IS NULL OR $hasRelease = EXISTS { (d)<-[:BACKS]-(:Release) })
RETURN count(d) AS count
