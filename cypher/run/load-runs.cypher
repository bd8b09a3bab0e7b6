// Loads runs by key, for the per-request loader. load-measures loads their parameters and metrics.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> run-columns
UNWIND $keys AS wanted
MATCH (r:Run&Lineage {key: wanted})
WHERE /*: recorded-by(r, $asOf) */
WITH r, /*: state-at(r) */ AS state
RETURN /*: run-columns */
