// True if a node had a tombstone at a moment; false for no node. The lists hold the tombstones that were ended by a restore.
// (node, asOf)  asOf: epoch ms, null for now
// now: (node.tombstonedAt IS NOT NULL)
CASE WHEN asOf IS NULL THEN node.tombstonedAt IS NOT NULL
     ELSE coalesce(node.tombstonedAt <= asOf, false)
          OR any(ended IN range(0, coalesce(size(node.pastTombstonedAt), 0) - 1)
                 WHERE node.pastTombstonedAt[ended] <= asOf AND asOf < node.pastRestoredAt[ended]) END
