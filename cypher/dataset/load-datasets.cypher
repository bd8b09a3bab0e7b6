// Loads datasets by key, for the per-request loader.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> key
UNWIND $keys AS wanted
MATCH (d:Dataset {key: wanted})
WHERE /*: has-members(d, $asOf) */
RETURN d.key AS key
