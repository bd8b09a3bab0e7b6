// Keeps the state of d, a Deployment, as a revision. Skipped if this transaction has already changed d: the state was kept
// then, or d is new.
// $recordedAt  epoch ms
FOREACH (_ IN CASE WHEN d.revisedAt < $recordedAt THEN [1] ELSE [] END |
  CREATE (d)-[:REVISED_FROM]->(:DeploymentRevision {
    recordedAt: d.revisedAt, supersededAt: $recordedAt, validTo: d.validTo, endReason: d.endReason, trafficPercent: d.trafficPercent, stub: d.stub,
    declaredValidTo: d.declaredValidTo, declaredEndReason: d.declaredEndReason, declaredTraffic: d.declaredTraffic}))
