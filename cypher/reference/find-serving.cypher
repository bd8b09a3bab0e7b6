// Finds the deployments that serve at each endpoint, newest first.
// read
// $endpointKeys  [string]
// $asOf          epoch ms, null for now: the state as recorded by then
// $at            epoch ms: the time at which they serve; $asOf, or now
// -> owner (key of the endpoint), key (of the deployment), trafficPercent
UNWIND $endpointKeys AS owner
MATCH (:Endpoint {key: owner})<-[:SERVED_AT]-(d:Deployment)
WHERE /*: recorded-by(d, $asOf) */
/*: revision-at(d, $asOf) */
WITH owner, d, CASE WHEN v IS NULL THEN d ELSE v END AS state
WHERE /*: serves-at(d, state, $at) */
RETURN owner, d.key AS key, coalesce(state.trafficPercent, 0) AS trafficPercent
ORDER BY owner, d.validFrom DESC, key
