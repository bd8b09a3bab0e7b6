// Finds which lineage nodes exist.
// read
// $keys  [string]
// -> key
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
RETURN DISTINCT n.key AS key
