// Loads the recorded fields of endpoints, for the writer to merge with reported ones.
// read (inside a write transaction)
// $keys [string]
// -> key, fields (map of all properties)
UNWIND $keys AS wanted
MATCH (e:Endpoint {key: wanted})
RETURN e.key AS key, properties(e) AS fields
