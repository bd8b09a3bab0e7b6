// The columns of v, a ModelVersion.
// -> key, recordedAt, isStub, version, modelKey, artifactUri, artifactDigest, artifactSizeBytes, createdAt (epoch ms), origin,
//    aliases (current ones), producedByKey (the run that first was recorded to have produced it), derivedFromKeys
v.key AS key, v.recordedAt AS recordedAt, coalesce(v.stub, false) AS isStub, v.version AS version, v.modelKey AS modelKey, v.artifactUri AS artifactUri,
v.artifactDigest AS artifactDigest, v.artifactSizeBytes AS artifactSizeBytes, v.createdAt AS createdAt, coalesce(v.origin, 'RECORDED') AS origin,
COLLECT { MATCH (:Model)-[a:HAS_ALIAS]->(v) WHERE a.endedAt IS NULL RETURN a.alias ORDER BY a.alias } AS aliases,
/*: first-producer(v) */ AS producedByKey,
COLLECT { MATCH (v)<-[:DERIVED_INTO]-(u:ModelVersion) RETURN u.key ORDER BY u.key } AS derivedFromKeys
