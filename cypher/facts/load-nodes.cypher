// Loads what is known of lineage nodes, for the writer to merge with what is said of them now.
// A map and not flat columns: this runs once a batch, for any kind, and merging needs every property.
// read (inside a write transaction)
// $keys [string]
// -> key, fields (map of all properties)
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
RETURN n.key AS key, properties(n) AS fields
