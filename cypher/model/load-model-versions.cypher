// Loads model versions by key, for the per-request loader.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> model-version-columns
UNWIND $keys AS wanted
MATCH (v:ModelVersion&Lineage {key: wanted})
WHERE /*: recorded-by(v, $asOf) */
WITH v, /*: state-at(v) */ AS state
RETURN /*: model-version-columns */
