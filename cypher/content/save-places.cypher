// Saves the places of existing lineage nodes.
// write
// $rows [map]  key, place (null if it is unknown)
UNWIND $rows AS row
MATCH (n:Lineage {key: row.key})
SET n.place = row.place
