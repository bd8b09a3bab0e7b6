// Loads runs by key, for the per-request loader. load-measures loads their parameters and metrics.
// read
// $keys  [string]
// -> run-columns
UNWIND $keys AS wanted
MATCH (r:Run&Lineage {key: wanted})
RETURN /*: run-columns */
