// The columns of d, a Deployment, and e, its Endpoint.
// -> key, title (what it serves, model@version), recordedAt, isStub, endpointKey, modelVersionKey, stage (of the endpoint),
//    validFrom, validTo (epoch ms, null: open), endReason, trafficPercent, by, codeCommitKey, environmentKey
d.key AS key, d.title AS title, d.recordedAt AS recordedAt, coalesce(d.stub, false) AS isStub, d.endpointKey AS endpointKey, d.modelVersionKey AS modelVersionKey,
/*: endpoint-stage */ AS stage, d.validFrom AS validFrom, d.validTo AS validTo, d.endReason AS endReason,
coalesce(d.trafficPercent, 0) AS trafficPercent, d.by AS by,
head(COLLECT { MATCH (d)<-[:USED_BY]-(c:CodeCommit) RETURN c.key ORDER BY c.key LIMIT 1 }) AS codeCommitKey,
head(COLLECT { MATCH (d)<-[:USED_BY]-(v:Environment) RETURN v.key ORDER BY v.key LIMIT 1 }) AS environmentKey
