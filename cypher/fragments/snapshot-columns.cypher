// The columns of s, a DatasetSnapshot.
// -> key, recordedAt, isStub, version, digest, uri, sizeBytes, rowCount, createdAt (epoch ms), datasetKey,
//    producedByKey (the run that first was recorded to have produced it), derivedFromKeys, emittedByKeys,
//    isFolder, memberCount (null if the files of a folder are unknown)
s.key AS key, s.recordedAt AS recordedAt, coalesce(s.stub, false) AS isStub, s.version AS version, s.digest AS digest, s.uri AS uri,
s.sizeBytes AS sizeBytes, s.rowCount AS rowCount, s.createdAt AS createdAt, s.datasetKey AS datasetKey,
coalesce(s.isFolder, false) AS isFolder, s.memberCount AS memberCount,
/*: first-producer(s) */ AS producedByKey,
COLLECT { MATCH (s)<-[:DERIVED_INTO]-(u:DatasetSnapshot) RETURN u.key ORDER BY u.key } AS derivedFromKeys,
COLLECT { MATCH (s)<-[:EMITTED]-(d:Deployment) RETURN d.key ORDER BY d.key } AS emittedByKeys
