// Loads datasets by key, for the per-request loader.
// read
// $keys  [string]
// -> key
UNWIND $keys AS wanted
MATCH (d:Dataset {key: wanted})
RETURN d.key AS key
