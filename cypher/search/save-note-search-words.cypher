// Saves the derived search words of existing notes.
// write
// $rows  [map]  id, searchWords
UNWIND $rows AS row
MATCH (note:Note {id: row.id})
SET note.searchWords = row.searchWords
