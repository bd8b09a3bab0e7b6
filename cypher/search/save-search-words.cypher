// Saves the derived search words of existing lineage nodes.
// write
// $rows  [map]  key, searchWords
UNWIND $rows AS row
MATCH (n:Lineage {key: row.key})
SET n.searchWords = row.searchWords
REMOVE n.searchText
