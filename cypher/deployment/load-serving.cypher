// Loads the deployments that serve at each endpoint at a moment, newest first.
// read
// $endpointKeys  [string]
// $at            epoch ms
// -> owner (key of the endpoint), and the columns of load-deployments
UNWIND $endpointKeys AS owner
MATCH (e:Endpoint {key: owner})<-[:SERVED_AT]-(d:Deployment)
WHERE d.validFrom <= $at AND (d.validTo IS NULL OR d.validTo > $at)
RETURN owner,
       d.key AS key, d.title AS title, d.recordedAt AS recordedAt, d.endpointKey AS endpointKey, d.modelVersionKey AS modelVersionKey,
       coalesce(e.stage, 'DEVELOPMENT') AS stage, d.validFrom AS validFrom, d.validTo AS validTo, d.endReason AS endReason,
       coalesce(d.trafficPercent, 0) AS trafficPercent, d.by AS by,
       head(COLLECT { MATCH (d)<-[:USED_BY]-(c:CodeCommit) RETURN c.key ORDER BY c.key LIMIT 1 }) AS codeCommitKey,
       head(COLLECT { MATCH (d)<-[:USED_BY]-(v:Environment) RETURN v.key ORDER BY v.key LIMIT 1 }) AS environmentKey
ORDER BY owner, validFrom DESC, key
