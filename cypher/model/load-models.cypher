// Loads models by key, for the per-request loader.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> key
UNWIND $keys AS wanted
MATCH (m:Model {key: wanted})
WHERE /*: has-members(m, $asOf) */
RETURN m.key AS key
