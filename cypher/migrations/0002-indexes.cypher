// Look-ups that are not by key: containers and runs by name, runs in order of time, the full text of everything.
CREATE INDEX lineage_name IF NOT EXISTS FOR (n:Lineage) ON (n.name)
;
CREATE INDEX dataset_namespace_name IF NOT EXISTS FOR (n:Dataset) ON (n.namespace, n.name)
;
CREATE INDEX model_namespace_name IF NOT EXISTS FOR (n:Model) ON (n.namespace, n.name)
;
CREATE INDEX endpoint_namespace_name IF NOT EXISTS FOR (n:Endpoint) ON (n.namespace, n.name)
;
CREATE INDEX package_release_name IF NOT EXISTS FOR (n:PackageRelease) ON (n.name)
;
CREATE INDEX run_experiment IF NOT EXISTS FOR (n:Run) ON (n.experiment)
;
CREATE INDEX commit_sha IF NOT EXISTS FOR (n:CodeCommit) ON (n.version)
;
CREATE INDEX environment_digest IF NOT EXISTS FOR (n:Environment) ON (n.version)
;
CREATE INDEX run_started_at IF NOT EXISTS FOR (n:Run) ON (n.startedAt)
;
CREATE INDEX run_recorded_at IF NOT EXISTS FOR (n:Run) ON (n.recordedAt)
;
CREATE FULLTEXT INDEX lineage_text IF NOT EXISTS FOR (n:Lineage) ON EACH [n.searchText]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}
;
CALL db.awaitIndexes(120)
;
SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' AND name IN
['lineage_name', 'dataset_namespace_name', 'model_namespace_name', 'endpoint_namespace_name', 'package_release_name',
 'run_experiment', 'run_started_at', 'run_recorded_at', 'commit_sha', 'environment_digest', 'lineage_text']
RETURN count(*) = 11 AS took
