// Loads endpoints by key, for the per-request loader.
// read
// $keys  [string]
// -> key, stage (DEVELOPMENT for one that was only referred to)
UNWIND $keys AS wanted
MATCH (e:Endpoint {key: wanted})
RETURN e.key AS key, /*: endpoint-stage */ AS stage
