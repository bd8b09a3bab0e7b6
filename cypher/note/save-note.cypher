// Creates a note about a lineage node.
// write
// $target      key
// $id, $by, $text
// $searchWords  text for the full-text index note_words
// $recordedAt  epoch ms
// $sequence    of the ledger entry
MATCH (n:Lineage {key: $target})
CREATE (:Note {id: $id, at: $recordedAt, by: $by, text: $text, searchWords: $searchWords, sequence: $sequence})-[:ABOUT]->(n)
