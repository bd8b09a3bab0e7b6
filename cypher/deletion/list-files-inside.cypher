// Lists the recorded files inside folders that have no tombstone.
// read (inside a write transaction)
// $folders  [string]  keys
// -> key
UNWIND $folders AS wanted
MATCH (folder:Lineage {key: wanted})-[contains:CONTAINS]->(file)
WHERE contains.retractedAt IS NULL AND file.tombstonedAt IS NULL AND /*: is-inside(file, folder) */
RETURN DISTINCT file.key AS key
ORDER BY key
