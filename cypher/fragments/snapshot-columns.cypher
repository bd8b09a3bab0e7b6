// The columns of s, a DatasetSnapshot, and state, its state.
// $asOf  epoch ms, null for now
// -> key, recordedAt, isStub, version, digest, uri, sizeBytes, rowCount, createdAt (epoch ms), datasetKey,
//    producedByKey (the run that first was recorded to have produced it), derivedFromKeys, emittedByKeys,
//    isFolder, memberCount (null if the files of a folder are unknown)
s.key AS key, s.recordedAt AS recordedAt, coalesce(state.stub, false) AS isStub, s.version AS version, state.digest AS digest, state.uri AS uri,
state.sizeBytes AS sizeBytes, state.rowCount AS rowCount, state.createdAt AS createdAt, s.datasetKey AS datasetKey,
coalesce(state.isFolder, false) AS isFolder, state.memberCount AS memberCount,
/*: first-producer(s) */ AS producedByKey,
COLLECT { MATCH (s)<-[x:DERIVED_INTO/*: or-retracted */]-(u:DatasetSnapshot) WHERE /*: is-flow(x, DERIVED_INTO, $asOf) */ RETURN u.key ORDER BY u.key } AS derivedFromKeys,
COLLECT { MATCH (s)<-[x:EMITTED/*: or-retracted */]-(d:Deployment) WHERE /*: is-flow(x, EMITTED, $asOf) */ RETURN d.key ORDER BY d.key } AS emittedByKeys
