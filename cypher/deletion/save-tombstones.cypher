// Tombstones lineage nodes; a node keeps its first tombstone. The nodes continue to conduct lineage.
// write
// $keys        [string]
// $recordedAt  epoch ms
// $by, $reason
// $override    true if a verdict of BLOCKED or UNKNOWN was overridden
// $sequence    ledger entry
// ->
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
WHERE n.tombstonedAt IS NULL
SET n.tombstonedAt = $recordedAt, n.tombstonedBy = $by, n.tombstoneReason = $reason, n.tombstoneOverride = $override, n.tombstoneSequence = $sequence
