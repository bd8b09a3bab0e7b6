// Creates a note about a lineage node.
// write
// $target      key
// $id, $by, $text
// $recordedAt  epoch ms
// $sequence    of the ledger entry
MATCH (n:Lineage {key: $target})
CREATE (:Note {id: $id, at: $recordedAt, by: $by, text: $text, sequence: $sequence})-[:ABOUT]->(n)
