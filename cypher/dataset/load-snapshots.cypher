// Loads dataset snapshots by key, for the per-request loader.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> snapshot-columns
UNWIND $keys AS wanted
MATCH (s:DatasetSnapshot&Lineage {key: wanted})
WHERE /*: recorded-by(s, $asOf) */
WITH s, /*: state-at(s) */ AS state
RETURN /*: snapshot-columns */
