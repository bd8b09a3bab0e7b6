// Loads the tombstones of lineage nodes by key; nodes without one at the moment have no row.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> key, at (epoch ms), by, reason, override
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
// The position of a tombstone that a restore has ended since.
WITH n, head([ended IN range(0, coalesce(size(n.pastTombstonedAt), 0) - 1)
              WHERE $asOf IS NOT NULL AND n.pastTombstonedAt[ended] <= $asOf AND $asOf < n.pastRestoredAt[ended]]) AS past
WHERE past IS NOT NULL OR n.tombstonedAt <= coalesce($asOf, n.tombstonedAt)
RETURN n.key AS key,
       CASE WHEN past IS NULL THEN n.tombstonedAt ELSE n.pastTombstonedAt[past] END AS at,
       CASE WHEN past IS NULL THEN n.tombstonedBy ELSE n.pastTombstonedBy[past] END AS by,
       CASE WHEN past IS NULL THEN n.tombstoneReason ELSE n.pastTombstoneReason[past] END AS reason,
       CASE WHEN past IS NULL THEN n.tombstoneOverride ELSE n.pastTombstoneOverride[past] END AS override
