// Search compares words that this software separates and folds, so the index separates them at white space only. New
// properties contain the words; the start of the server derives them for existing nodes and notes before it verifies the migration.
DROP INDEX lineage_text IF EXISTS
;
DROP INDEX note_text IF EXISTS
;
CREATE FULLTEXT INDEX lineage_words IF NOT EXISTS FOR (n:Lineage) ON EACH [n.searchWords]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
;
CREATE FULLTEXT INDEX note_words IF NOT EXISTS FOR (n:Note) ON EACH [n.searchWords]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
;
CALL db.awaitIndexes(120)
;
SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' AND name IN ['lineage_words', 'note_words']
RETURN count(*) = 2 AS took
