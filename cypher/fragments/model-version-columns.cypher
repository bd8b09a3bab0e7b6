// The columns of v, a ModelVersion, and state, its state.
// $asOf  epoch ms, null for now
// -> key, recordedAt, isStub, version, modelKey, artifactUri, artifactDigest, artifactSizeBytes, createdAt (epoch ms), origin,
//    aliases (those at $asOf), producedByKey (the run that first was recorded to have produced it), derivedFromKeys
v.key AS key, v.recordedAt AS recordedAt, coalesce(state.stub, false) AS isStub, v.version AS version, v.modelKey AS modelKey, state.artifactUri AS artifactUri,
state.artifactDigest AS artifactDigest, state.artifactSizeBytes AS artifactSizeBytes, state.createdAt AS createdAt, coalesce(state.origin, 'RECORDED') AS origin,
COLLECT { MATCH (:Model)-[a:HAS_ALIAS]->(v) WHERE /*: open-at(a.recordedAt, a.endedAt, $asOf) */ RETURN a.alias ORDER BY a.alias } AS aliases,
/*: first-producer(v) */ AS producedByKey,
COLLECT { MATCH (v)<-[x:DERIVED_INTO/*: or-retracted */]-(u:ModelVersion) WHERE /*: is-flow(x, DERIVED_INTO, $asOf) */ RETURN u.key ORDER BY u.key } AS derivedFromKeys
