// Retracts the files that folders contain because of their other names.
// write
// $folders     [string]  keys
// $recordedAt  epoch ms
// $sequence    ledger entry
UNWIND $folders AS folderKey
MATCH (b:Lineage {key: folderKey})-[contains:CONTAINS]->(a)
WHERE contains.byOtherName AND contains.retractedAt IS NULL
SET contains.retractedAt = $recordedAt, contains.retractedSequence = $sequence
WITH a, b
MATCH (a)-[r:PART_OF]->(b)
WHERE r.byOtherName
/*: retract */
