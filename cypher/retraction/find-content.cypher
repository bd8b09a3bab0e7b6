// Finds the nodes that still have a content in a namespace, and one node of it for each other namespace, after the node that
// joined them was retracted.
// read (inside a write transaction)
// $contents [map]  contentKey, contentDigest
// -> key, contentKey, contentDigest, sequence
UNWIND $contents AS wanted
MATCH (n:Lineage {contentDigest: wanted.contentDigest})
WHERE n.retractedAt IS NULL AND (n.contentKey = wanted.contentKey OR n.centreOf IS NOT NULL)
RETURN DISTINCT n.key AS key, n.contentKey AS contentKey, n.contentDigest AS contentDigest, n.sequence AS sequence
ORDER BY sequence, key
