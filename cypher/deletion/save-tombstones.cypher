// Marks lineage nodes as deleted; the first tombstone of a node stays. They go on conducting lineage.
// write
// $keys        [string]
// $recordedAt  epoch ms
// $by, $reason
// $override    true where it was done although something depended on them, or nobody could know
// $sequence    ledger entry
// ->
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
WHERE n.tombstonedAt IS NULL
SET n.tombstonedAt = $recordedAt, n.tombstonedBy = $by, n.tombstoneReason = $reason, n.tombstoneOverride = $override, n.tombstoneSequence = $sequence
