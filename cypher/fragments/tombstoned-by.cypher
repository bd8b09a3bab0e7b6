// True if a node was tombstoned by a moment; false for no node.
// (node, asOf)  asOf: epoch ms, null for now
coalesce(node.tombstonedAt <= coalesce(asOf, node.tombstonedAt), false)
