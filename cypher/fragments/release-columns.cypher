// The columns of r, a Release, and state, its state.
// $asOf  epoch ms, null for now
// -> id, state, modelVersionKey, endpointKey, trafficPercent, note, proposedBy, recordedAt (when it was proposed), closedAt, closedBy, closeReason,
//    override, checks, reviews, policy (JSON), deploymentKey (the first that it backs; null before it is deployed)
r.id AS id, state.state AS state, r.modelVersionKey AS modelVersionKey, r.endpointKey AS endpointKey, r.trafficPercent AS trafficPercent,
r.note AS note, r.proposedBy AS proposedBy, r.recordedAt AS recordedAt, state.closedAt AS closedAt, state.closedBy AS closedBy, state.closeReason AS closeReason,
state.override AS override, state.checks AS checks, state.reviews AS reviews, state.policy AS policy,
head(COLLECT { MATCH (r)-[:BACKS]->(d:Deployment) WHERE /*: recorded-by(d, $asOf) */ RETURN d.key ORDER BY d.validFrom LIMIT 1 }) AS deploymentKey
