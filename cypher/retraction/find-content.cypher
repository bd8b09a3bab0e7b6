// Finds the nodes that still have a content.
// read (inside a write transaction)
// $contentKeys [string]
// -> key, contentKey, contentDigest, sequence
UNWIND $contentKeys AS wanted
MATCH (n:Lineage {contentKey: wanted})
RETURN n.key AS key, n.contentKey AS contentKey, n.contentDigest AS contentDigest, n.sequence AS sequence
ORDER BY sequence, key
