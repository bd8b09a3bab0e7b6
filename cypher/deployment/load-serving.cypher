// Loads the deployments that serve at each endpoint at a time, newest first.
// read
// $endpointKeys  [string]
// $asOf          epoch ms, null for now
// $at            epoch ms
// -> owner (key of the endpoint), and deployment-columns
UNWIND $endpointKeys AS owner
MATCH (e:Endpoint {key: owner})<-[:SERVED_AT]-(d:Deployment)
WHERE /*: recorded-by(d, $asOf) */
WITH owner, e, d, /*: state-at(d) */ AS state
WHERE /*: serves-at(d, state, $at) */
RETURN owner,
       /*: deployment-columns */
ORDER BY owner, validFrom DESC, key
