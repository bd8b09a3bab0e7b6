// Notes are found by their words, and the ledger is asked for a stretch of time.
CREATE FULLTEXT INDEX note_text IF NOT EXISTS FOR (n:Note) ON EACH [n.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}
;
CREATE INDEX ledger_entry_at IF NOT EXISTS FOR (n:LedgerEntry) ON (n.at)
;
CALL db.awaitIndexes(120)
;
SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' AND name IN ['note_text', 'ledger_entry_at']
RETURN count(*) = 2 AS took
