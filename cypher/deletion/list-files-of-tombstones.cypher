// Lists the files that were tombstoned with their folders.
// read (inside a write transaction)
// $folders  [string]  keys
// -> key
UNWIND $folders AS wanted
MATCH (folder:Lineage {key: wanted})-[:CONTAINS]->(file)
WHERE file.tombstoneSequence = folder.tombstoneSequence
RETURN DISTINCT file.key AS key
