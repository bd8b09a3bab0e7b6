// Loads dataset snapshots by key, for the per-request loader.
// read
// $keys  [string]
// -> snapshot-columns
UNWIND $keys AS wanted
MATCH (s:DatasetSnapshot&Lineage {key: wanted})
RETURN /*: snapshot-columns */
