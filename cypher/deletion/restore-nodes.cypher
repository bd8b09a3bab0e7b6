// Ends the tombstones of lineage nodes: the content exists again. Ended tombstones remain as parallel lists, for queries about
// earlier times.
// write
// $keys        [string]
// $recordedAt  epoch ms
// ->
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
WHERE n.tombstonedAt IS NOT NULL
SET n.pastTombstonedAt = coalesce(n.pastTombstonedAt, []) + n.tombstonedAt,
    n.pastRestoredAt = coalesce(n.pastRestoredAt, []) + $recordedAt,
    n.pastTombstonedBy = coalesce(n.pastTombstonedBy, []) + n.tombstonedBy,
    n.pastTombstoneReason = coalesce(n.pastTombstoneReason, []) + n.tombstoneReason,
    n.pastTombstoneOverride = coalesce(n.pastTombstoneOverride, []) + n.tombstoneOverride
REMOVE n.tombstonedAt, n.tombstonedBy, n.tombstoneReason, n.tombstoneOverride, n.tombstoneSequence, n.reportedAfterTombstone
