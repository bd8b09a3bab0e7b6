// The columns of r, a Release.
// -> id, state, modelVersionKey, endpointKey, trafficPercent, note, proposedBy, recordedAt (when it was proposed), closedAt, closedBy, closeReason,
//    override, checks, reviews, policy (JSON), deploymentKey (the first that it backs; null before it is deployed)
r.id AS id, r.state AS state, r.modelVersionKey AS modelVersionKey, r.endpointKey AS endpointKey, r.trafficPercent AS trafficPercent,
r.note AS note, r.proposedBy AS proposedBy, r.recordedAt AS recordedAt, r.closedAt AS closedAt, r.closedBy AS closedBy, r.closeReason AS closeReason,
r.override AS override, r.checks AS checks, r.reviews AS reviews, r.policy AS policy,
head(COLLECT { MATCH (r)-[:BACKS]->(d:Deployment) RETURN d.key ORDER BY d.validFrom LIMIT 1 }) AS deploymentKey
