// Loads the defined policies of endpoints.
// read
// $endpointKeys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the endpoint), stage (DEVELOPMENT if the endpoint was only referenced), policy (JSON; null if none is defined)
UNWIND $endpointKeys AS owner
MATCH (e:Endpoint {key: owner})
RETURN owner, /*: endpoint-stage */ AS stage, (/*: state-at(e) */).policy AS policy
