// Loads model versions by key, for the per-request loader.
// read
// $keys  [string]
// -> key, recordedAt, version, modelKey, artifactUri, artifactDigest, artifactSizeBytes, createdAt (epoch ms),
//    aliases (that point here now), producedByKey (the run first known to have made it), derivedFromKeys
UNWIND $keys AS wanted
MATCH (v:ModelVersion&Lineage {key: wanted})
RETURN v.key AS key, v.recordedAt AS recordedAt, v.version AS version, v.modelKey AS modelKey, v.artifactUri AS artifactUri,
       v.artifactDigest AS artifactDigest, v.artifactSizeBytes AS artifactSizeBytes, v.createdAt AS createdAt,
       COLLECT { MATCH (:Model)-[a:HAS_ALIAS]->(v) WHERE a.endedAt IS NULL RETURN a.alias ORDER BY a.alias } AS aliases,
       head(COLLECT { MATCH (v)<-[p:PRODUCED]-(r:Run) RETURN r.key ORDER BY p.sequence, r.key LIMIT 1 }) AS producedByKey,
       COLLECT { MATCH (v)<-[:DERIVED_INTO]-(u:ModelVersion) RETURN u.key ORDER BY u.key } AS derivedFromKeys
