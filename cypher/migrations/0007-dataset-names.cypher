// Datasets are found by the form of their name, so that plans name those that may be the same one. The start of the server
// derives the forms of existing datasets before it verifies the migration.
CREATE INDEX dataset_name_form IF NOT EXISTS FOR (d:Dataset) ON (d.nameForm)
;
CALL db.awaitIndexes(120)
;
SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' AND name = 'dataset_name_form'
RETURN count(*) = 1 AS took
