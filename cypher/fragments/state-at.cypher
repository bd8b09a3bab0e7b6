// What holds the properties of a lineage node at $asOf: the revision that was superseded later, else the node itself.
// (node)
// $asOf  epoch ms, null for now
// now: node
coalesce(CASE WHEN $asOf < node.revisedAt THEN
  head(COLLECT { MATCH (node)-[:REVISED_FROM]->(revision) WHERE revision.recordedAt <= $asOf AND $asOf < revision.supersededAt RETURN revision })
END, node)
