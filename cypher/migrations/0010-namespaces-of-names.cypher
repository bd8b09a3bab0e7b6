// The datasets of a namespace that were declared to be the same as another one, so that files are joined to the folders with
// several names.
CREATE INDEX dataset_declared_in IF NOT EXISTS FOR (d:Dataset) ON (d.declaredIn)
;
CALL db.awaitIndexes(120)
;
MATCH (d:Dataset)-[:ALIAS_OF]-()
SET d.declaredIn = d.namespace
;
SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' AND name = 'dataset_declared_in'
RETURN count(*) = 1 AS took
