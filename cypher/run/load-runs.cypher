// Loads runs by key, for the per-request loader; parameters and metrics are another statement's.
// read
// $keys  [string]
// -> run-columns
UNWIND $keys AS wanted
MATCH (r:Run&Lineage {key: wanted})
RETURN /*: run-columns */
