// Writes what a change at an endpoint means for its deployments. What stood before is kept as a revision, so that the
// past can be asked as it was known then.
// write
// $rows [map]  key, validTo (null: open), endReason, trafficPercent
// $recordedAt  epoch ms
UNWIND $rows AS row
MATCH (d:Lineage {key: row.key})
// Of one that this very transaction declared something of, the earlier state was kept by that, or there was none.
FOREACH (_ IN CASE WHEN d.revisedAt < $recordedAt THEN [1] ELSE [] END |
  CREATE (d)-[:REVISED_FROM]->(:DeploymentRevision {
    recordedAt: d.revisedAt, supersededAt: $recordedAt, validTo: d.validTo, endReason: d.endReason, trafficPercent: d.trafficPercent, stub: d.stub,
    declaredValidTo: d.declaredValidTo, declaredEndReason: d.declaredEndReason, declaredTraffic: d.declaredTraffic}))
SET d.validTo = row.validTo, d.endReason = row.endReason, d.trafficPercent = row.trafficPercent, d.revisedAt = $recordedAt
