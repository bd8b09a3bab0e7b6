// Loads the recorded fields of lineage nodes, for the writer to merge with reported ones.
// Returns a map instead of flat columns: it runs once per batch, for any kind, and a merge requires every property.
// read (inside a write transaction)
// $keys [string]
// -> key, fields (map of all properties)
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
RETURN n.key AS key, properties(n) AS fields
