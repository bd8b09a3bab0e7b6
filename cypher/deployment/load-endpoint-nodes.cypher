// Loads endpoints by key, for the per-request loader.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> key, stage (DEVELOPMENT if the endpoint was only referenced)
UNWIND $keys AS wanted
MATCH (e:Endpoint {key: wanted})
WHERE /*: recorded-by(e, $asOf) */
RETURN e.key AS key, /*: endpoint-stage */ AS stage
