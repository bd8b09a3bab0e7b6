// Loads the deployments that serve at each endpoint at a time, newest first.
// read
// $endpointKeys  [string]
// $at            epoch ms
// -> owner (key of the endpoint), and deployment-columns
UNWIND $endpointKeys AS owner
MATCH (e:Endpoint {key: owner})<-[:SERVED_AT]-(d:Deployment)
WHERE /*: serves-at(d, d, $at) */
RETURN owner,
       /*: deployment-columns */
ORDER BY owner, validFrom DESC, key
