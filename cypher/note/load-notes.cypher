// Loads notes by id.
// read
// $ids  [string]
// -> owner (key of the node that the note is about), id, at (epoch ms), by, text
UNWIND $ids AS wanted
MATCH (note:Note {id: wanted})-[:ABOUT]->(n:Lineage)
RETURN n.key AS owner, note.id AS id, note.at AS at, note.by AS by, note.text AS text
