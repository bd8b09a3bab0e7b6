// The columns of d, a Deployment, state, its state, and e, its Endpoint.
// $asOf  epoch ms, null for now
// -> key, title (what it serves, model@version), recordedAt, isStub, endpointKey, modelVersionKey, stage (of the endpoint),
//    validFrom, validTo (epoch ms, null: open), endReason, trafficPercent, by, codeCommitKey, environmentKey
d.key AS key, d.title AS title, d.recordedAt AS recordedAt, coalesce(state.stub, false) AS isStub, d.endpointKey AS endpointKey, d.modelVersionKey AS modelVersionKey,
/*: endpoint-stage */ AS stage, d.validFrom AS validFrom, state.validTo AS validTo, state.endReason AS endReason,
coalesce(state.trafficPercent, 0) AS trafficPercent, d.by AS by,
head(COLLECT { MATCH (d)<-[u:USED_BY/*: or-retracted */]-(c:CodeCommit) WHERE /*: is-flow(u, USED_BY, $asOf) */ RETURN c.key ORDER BY c.key LIMIT 1 }) AS codeCommitKey,
head(COLLECT { MATCH (d)<-[u:USED_BY/*: or-retracted */]-(v:Environment) WHERE /*: is-flow(u, USED_BY, $asOf) */ RETURN v.key ORDER BY v.key LIMIT 1 }) AS environmentKey
