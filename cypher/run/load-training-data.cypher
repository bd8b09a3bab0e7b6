// Loads the snapshots that runs which produced model versions used with a training role.
// read
// $versionKeys  [string]
// -> owner (key of the version), and the columns of dataset/load-snapshots
UNWIND $versionKeys AS owner
MATCH (:ModelVersion&Lineage {key: owner})<-[:PRODUCED]-(:Run)<-[u:USED_BY]-(s:DatasetSnapshot)
// Sources say training, train, train-set, …
WHERE toLower(u.role) STARTS WITH 'train'
WITH DISTINCT owner, s
RETURN owner,
       s.key AS key, s.recordedAt AS recordedAt, s.version AS version, s.digest AS digest, s.uri AS uri,
       s.sizeBytes AS sizeBytes, s.rowCount AS rowCount, s.createdAt AS createdAt, s.datasetKey AS datasetKey,
       head(COLLECT { MATCH (s)<-[p:PRODUCED]-(r:Run) RETURN r.key ORDER BY p.sequence, r.key LIMIT 1 }) AS producedByKey,
       COLLECT { MATCH (s)<-[:DERIVED_INTO]-(u:DatasetSnapshot) RETURN u.key ORDER BY u.key } AS derivedFromKeys,
       COLLECT { MATCH (s)<-[:EMITTED]-(d:Deployment) RETURN d.key ORDER BY d.key } AS emittedByKeys
ORDER BY owner, key
