// Loads models by key, for the per-request loader.
// read
// $keys  [string]
// -> key
UNWIND $keys AS wanted
MATCH (m:Model {key: wanted})
RETURN m.key AS key
