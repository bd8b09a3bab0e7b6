// Loads model versions by key, for the per-request loader.
// read
// $keys  [string]
// -> model-version-columns
UNWIND $keys AS wanted
MATCH (v:ModelVersion&Lineage {key: wanted})
RETURN /*: model-version-columns */
