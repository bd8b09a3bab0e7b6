// Identity of everything: one unique key for all lineage nodes, one for each container, and the ledger.
// Statements are separated by a line that holds only a semicolon; the last one proves that the migration took.
CREATE CONSTRAINT lineage_key IF NOT EXISTS FOR (n:Lineage) REQUIRE n.key IS UNIQUE
;
CREATE CONSTRAINT dataset_key IF NOT EXISTS FOR (n:Dataset) REQUIRE n.key IS UNIQUE
;
CREATE CONSTRAINT model_key IF NOT EXISTS FOR (n:Model) REQUIRE n.key IS UNIQUE
;
CREATE CONSTRAINT endpoint_key IF NOT EXISTS FOR (n:Endpoint) REQUIRE n.key IS UNIQUE
;
CREATE CONSTRAINT package_release_key IF NOT EXISTS FOR (n:PackageRelease) REQUIRE n.key IS UNIQUE
;
CREATE CONSTRAINT ledger_id IF NOT EXISTS FOR (n:Ledger) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT ledger_entry_sequence IF NOT EXISTS FOR (n:LedgerEntry) REQUIRE n.sequence IS UNIQUE
;
CREATE CONSTRAINT ledger_entry_request IF NOT EXISTS FOR (n:LedgerEntry) REQUIRE n.requestKey IS UNIQUE
;
MERGE (l:Ledger {id: 'main'})
ON CREATE SET l.sequence = 0, l.at = 0, l.hash = '0000000000000000000000000000000000000000000000000000000000000000'
;
SHOW CONSTRAINTS YIELD name, type WHERE type = 'UNIQUENESS' AND name IN
['lineage_key', 'dataset_key', 'model_key', 'endpoint_key', 'package_release_key', 'ledger_id', 'ledger_entry_sequence', 'ledger_entry_request']
RETURN count(*) = 8 AS took
