// Counts the deployments of each endpoint.
// read
// $endpointKeys  [string]
// -> owner (key of the endpoint), count
UNWIND $endpointKeys AS owner
MATCH (e:Endpoint {key: owner})
RETURN owner, COUNT { (e)<-[:SERVED_AT]-() } AS count
