// Datasets are found by their names, and snapshots by the other names of their datasets. The start of the server records those
// of existing declarations before it verifies the migration.
CREATE INDEX dataset_name IF NOT EXISTS FOR (d:Dataset) ON (d.name)
;
CREATE FULLTEXT INDEX other_name_words IF NOT EXISTS FOR (o:OtherName) ON EACH [o.searchWords]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
;
CALL db.awaitIndexes(120)
;
SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' AND name IN ['dataset_name', 'other_name_words']
RETURN count(*) = 2 AS took
