// Loads the versions of each model that serve production at a moment: at a PRODUCTION endpoint, with traffic.
// read
// $modelKeys  [string]
// $at         epoch ms
// -> owner (key of the model), and the columns of model/load-model-versions
UNWIND $modelKeys AS owner
MATCH (:Model {key: owner})<-[:VERSION_OF]-(v:ModelVersion)-[:DEPLOYED_AS]->(d:Deployment)-[:SERVED_AT]->(e:Endpoint)
WHERE e.stage = 'PRODUCTION' AND d.trafficPercent > 0 AND d.validFrom <= $at AND (d.validTo IS NULL OR d.validTo > $at)
WITH DISTINCT owner, v
RETURN owner,
       v.key AS key, v.recordedAt AS recordedAt, v.version AS version, v.modelKey AS modelKey, v.artifactUri AS artifactUri,
       v.artifactDigest AS artifactDigest, v.artifactSizeBytes AS artifactSizeBytes, v.createdAt AS createdAt,
       COLLECT { MATCH (:Model)-[a:HAS_ALIAS]->(v) WHERE a.endedAt IS NULL RETURN a.alias ORDER BY a.alias } AS aliases,
       head(COLLECT { MATCH (v)<-[p:PRODUCED]-(r:Run) RETURN r.key ORDER BY p.sequence, r.key LIMIT 1 }) AS producedByKey,
       COLLECT { MATCH (v)<-[:DERIVED_INTO]-(u:ModelVersion) RETURN u.key ORDER BY u.key } AS derivedFromKeys
ORDER BY owner, key
