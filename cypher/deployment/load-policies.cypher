// Loads the policies of endpoints, as they were defined.
// read
// $endpointKeys  [string]
// -> owner (key of the endpoint), stage (DEVELOPMENT for one that was only referred to), policy (JSON; null where none was defined)
UNWIND $endpointKeys AS owner
MATCH (e:Endpoint {key: owner})
RETURN owner, /*: endpoint-stage */ AS stage, e.policy AS policy
