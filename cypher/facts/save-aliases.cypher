// Moves aliases: ends the current relationship and creates the new one. Ended ones remain for queries about earlier times.
// Creates the model if nothing of it is recorded. A removed alias keeps the moment at which its removal was observed, so
// that an older observation does not set it again.
// write
// $pointers [map]  owner (key of the model), namespace, model (its name), name (the alias), to (key of the version, null
//                  removes), isMoved (false: only observed again), observedAt (epoch ms), sequence
// $recordedAt  epoch ms
UNWIND $pointers AS moved
MERGE (m:Model {key: moved.owner})
ON CREATE SET m.namespace = moved.namespace, m.name = moved.model, m.recordedAt = $recordedAt, m.sequence = moved.sequence
WITH m, moved
OPTIONAL MATCH (m)-[without:WITHOUT_ALIAS {alias: moved.name}]->(m)
DELETE without
WITH m, moved
OPTIONAL MATCH (m)-[old:HAS_ALIAS {alias: moved.name}]->(:ModelVersion) WHERE old.endedAt IS NULL
SET old.endedAt = CASE WHEN moved.isMoved THEN $recordedAt END,
    old.endSequence = CASE WHEN moved.isMoved THEN moved.sequence END,
    old.observedAt = CASE WHEN moved.isMoved THEN old.observedAt ELSE moved.observedAt END
WITH m, moved
OPTIONAL MATCH (v:Lineage {key: moved.to})
FOREACH (_ IN CASE WHEN v IS NULL THEN [1] ELSE [] END |
  CREATE (m)-[:WITHOUT_ALIAS {alias: moved.name, observedAt: moved.observedAt}]->(m))
FOREACH (_ IN CASE WHEN v IS NULL OR NOT moved.isMoved THEN [] ELSE [1] END |
  CREATE (m)-[:HAS_ALIAS {alias: moved.name, observedAt: moved.observedAt, recordedAt: $recordedAt, sequence: moved.sequence}]->(v))
