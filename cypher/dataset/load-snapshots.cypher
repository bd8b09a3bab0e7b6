// Loads dataset snapshots by key, for the per-request loader.
// read
// $keys  [string]
// -> key, recordedAt, version, digest, uri, sizeBytes, rowCount, createdAt (epoch ms), datasetKey,
//    producedByKey (the run first known to have written it), derivedFromKeys, emittedByKeys
UNWIND $keys AS wanted
MATCH (s:DatasetSnapshot&Lineage {key: wanted})
RETURN s.key AS key, s.recordedAt AS recordedAt, s.version AS version, s.digest AS digest, s.uri AS uri,
       s.sizeBytes AS sizeBytes, s.rowCount AS rowCount, s.createdAt AS createdAt, s.datasetKey AS datasetKey,
       head(COLLECT { MATCH (s)<-[p:PRODUCED]-(r:Run) RETURN r.key ORDER BY p.sequence, r.key LIMIT 1 }) AS producedByKey,
       COLLECT { MATCH (s)<-[:DERIVED_INTO]-(u:DatasetSnapshot) RETURN u.key ORDER BY u.key } AS derivedFromKeys,
       COLLECT { MATCH (s)<-[:EMITTED]-(d:Deployment) RETURN d.key ORDER BY d.key } AS emittedByKeys
