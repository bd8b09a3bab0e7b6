// Loads the notes about lineage nodes, oldest first.
// read
// $keys  [string]  of the nodes
// $asOf  epoch ms, null for now
// -> owner (key of the node), id, at (epoch ms), by, text
UNWIND $keys AS owner
MATCH (:Lineage {key: owner})<-[:ABOUT]-(note:Note)
WHERE $asOf IS NULL OR note.at <= $asOf
RETURN owner, note.id AS id, note.at AS at, note.by AS by, note.text AS text
ORDER BY owner, at, id
