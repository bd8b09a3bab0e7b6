// Finds e, d and state, the state of d: the endpoints and deployments that match the filter of a list.
// $asOf        epoch ms, null for now
// $prefix      prefix of the endpoint keys: that of a namespace, or of all endpoints
// $stage       null for all
// $now         epoch ms
// $isServing   true: those that serve now; false: those that do not; null for all
// $hasRelease  true: those with a release; false: those without; null for all
MATCH (e:Endpoint)
WHERE e.key STARTS WITH $prefix AND ($stage IS NULL OR /*: endpoint-stage */ = $stage)
MATCH (e)<-[:SERVED_AT]-(d:Deployment)
WHERE /*: recorded-by(d, $asOf) */
WITH e, d, /*: state-at(d) */ AS state
WHERE ($isServing IS NULL OR $isServing = /*: serves-at(d, state, $now) */)
  AND ($hasRelease IS NULL OR $hasRelease = EXISTS { (d)<-[:BACKS]-(:Release) })
