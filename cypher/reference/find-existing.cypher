// Finds which lineage nodes exist.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> key
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
WHERE /*: recorded-by(n, $asOf) */
RETURN DISTINCT n.key AS key
