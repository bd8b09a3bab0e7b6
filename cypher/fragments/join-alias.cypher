// Joins s and t, snapshots of two names of one dataset. They may have the same content besides, which remains if the
// declaration is retracted.
// $recordedAt  epoch ms
WITH DISTINCT s, t, sequence
WHERE s <> t AND NOT EXISTS { (s)-[:SAME_CONTENT {role: 'alias'}]->(t) }
CREATE (s)-[:SAME_CONTENT {role: 'alias', recordedAt: $recordedAt, sequence: sequence}]->(t),
       (t)-[:SAME_CONTENT {role: 'alias', recordedAt: $recordedAt, sequence: sequence}]->(s)
