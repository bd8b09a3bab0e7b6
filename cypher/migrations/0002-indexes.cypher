// Look-ups that are not by key: nodes by name, packages, runs of an experiment, prefixes of digests, the full text of everything.
// Each costs every write something, so there is none that no statement uses.
CREATE INDEX lineage_name IF NOT EXISTS FOR (n:Lineage) ON (n.name)
;
CREATE INDEX package_release_name IF NOT EXISTS FOR (n:PackageRelease) ON (n.name)
;
CREATE INDEX run_experiment IF NOT EXISTS FOR (n:Run) ON (n.experiment)
;
CREATE INDEX commit_sha IF NOT EXISTS FOR (n:CodeCommit) ON (n.version)
;
CREATE INDEX environment_digest IF NOT EXISTS FOR (n:Environment) ON (n.version)
;
CREATE FULLTEXT INDEX lineage_text IF NOT EXISTS FOR (n:Lineage) ON EACH [n.searchText]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}
;
CALL db.awaitIndexes(120)
;
SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' AND name IN
['lineage_name', 'package_release_name', 'run_experiment', 'commit_sha', 'environment_digest', 'lineage_text']
RETURN count(*) = 6 AS took
