// What people decide: releases, recalls, notes. They are no lineage nodes, so that nothing flows through them.
CREATE CONSTRAINT release_id IF NOT EXISTS FOR (n:Release) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT recall_id IF NOT EXISTS FOR (n:Recall) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT note_id IF NOT EXISTS FOR (n:Note) REQUIRE n.id IS UNIQUE
;
CREATE INDEX release_state IF NOT EXISTS FOR (n:Release) ON (n.state)
;
CREATE INDEX recall_state IF NOT EXISTS FOR (n:Recall) ON (n.state)
;
CALL db.awaitIndexes(120)
;
SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' AND name IN ['release_id', 'recall_id', 'note_id', 'release_state', 'recall_state']
RETURN count(*) = 5 AS took
