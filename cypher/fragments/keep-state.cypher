// Keeps the properties of a lineage node as a revision before a change. Skipped if this transaction has already changed the
// node: its state was kept then, or the node is new.
// (node)
// $recordedAt  epoch ms
FOREACH (_ IN CASE WHEN coalesce(node.revisedAt, node.recordedAt) < $recordedAt THEN [1] ELSE [] END |
  CREATE (node)-[:REVISED_FROM]->(kept:Revision)
  SET kept = properties(node)
  SET kept.recordedAt = coalesce(node.revisedAt, node.recordedAt), kept.supersededAt = $recordedAt
  REMOVE kept.key, kept.searchWords)
