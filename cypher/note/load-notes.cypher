// Loads notes by id.
// read
// $ids  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the node that the note is about), id, at (epoch ms), by, text
UNWIND $ids AS wanted
MATCH (note:Note {id: wanted})-[:ABOUT]->(n:Lineage)
WHERE /*: recorded-by(n, $asOf) */ AND ($asOf IS NULL OR note.at <= $asOf)
RETURN n.key AS owner, note.id AS id, note.at AS at, note.by AS by, note.text AS text
