// Counts the deployments of each endpoint.
// read
// $endpointKeys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the endpoint), count
UNWIND $endpointKeys AS owner
MATCH (e:Endpoint {key: owner})
RETURN owner, COUNT { (e)<-[:SERVED_AT]-(d) WHERE /*: recorded-by(d, $asOf) */ } AS count
