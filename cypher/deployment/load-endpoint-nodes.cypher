// Loads endpoints by key, for the per-request loader.
// read
// $keys  [string]
// -> key, stage (DEVELOPMENT if the endpoint was only referenced)
UNWIND $keys AS wanted
MATCH (e:Endpoint {key: wanted})
RETURN e.key AS key, /*: endpoint-stage */ AS stage
