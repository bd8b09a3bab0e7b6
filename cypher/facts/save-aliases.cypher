// Moves aliases: ends the current relationship and creates the new one. Ended ones remain for queries about earlier times.
// write
// $pointers [map]  owner (key of the model), name (the alias), to (key of the version, null removes), sequence
// $recordedAt  epoch ms
UNWIND $pointers AS moved
MATCH (m:Model {key: moved.owner})
OPTIONAL MATCH (m)-[old:HAS_ALIAS {alias: moved.name}]->(:ModelVersion) WHERE old.endedAt IS NULL
SET old.endedAt = $recordedAt, old.endSequence = moved.sequence
WITH m, moved
OPTIONAL MATCH (v:Lineage {key: moved.to})
FOREACH (_ IN CASE WHEN v IS NULL THEN [] ELSE [1] END |
  CREATE (m)-[:HAS_ALIAS {alias: moved.name, recordedAt: $recordedAt, sequence: moved.sequence}]->(v))
