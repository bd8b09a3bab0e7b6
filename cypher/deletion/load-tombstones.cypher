// Loads the tombstones of lineage nodes by key; nodes that were not deleted have no row.
// read
// $keys  [string]
// -> key, at (epoch ms), by, reason, override
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
WHERE n.tombstonedAt IS NOT NULL
RETURN n.key AS key, n.tombstonedAt AS at, n.tombstonedBy AS by, n.tombstoneReason AS reason, n.tombstoneOverride AS override
