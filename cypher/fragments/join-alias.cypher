// Joins s and t, snapshots of two names of one dataset.
// $recordedAt  epoch ms
WITH DISTINCT s, t, sequence
WHERE s <> t AND NOT EXISTS { (s)-[:SAME_CONTENT]->(t) }
CREATE (s)-[:SAME_CONTENT {role: 'alias', recordedAt: $recordedAt, sequence: sequence}]->(t),
       (t)-[:SAME_CONTENT {role: 'alias', recordedAt: $recordedAt, sequence: sequence}]->(s)
