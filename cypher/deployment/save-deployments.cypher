// Creates or corrects what was declared of deployments; what follows from it for the whole endpoint is settled after. What
// stood before, as declared and as settled, is kept as a revision, so that the past can be asked as it was known then.
// write
// $rows [map]  key, isNew, sequence, fields (map of the properties that change)
// $recordedAt  epoch ms
UNWIND $rows AS row
MERGE (d:Lineage {key: row.key})
ON CREATE SET d:Deployment, d.recordedAt = $recordedAt, d.sequence = row.sequence, d.revisedAt = $recordedAt
// A deployment that this very transaction created had no earlier state that anybody could have seen.
FOREACH (_ IN CASE WHEN d.revisedAt < $recordedAt THEN [1] ELSE [] END |
  CREATE (d)-[:REVISED_FROM]->(:DeploymentRevision {
    recordedAt: d.revisedAt, supersededAt: $recordedAt, validTo: d.validTo, endReason: d.endReason, trafficPercent: d.trafficPercent, stub: d.stub,
    declaredValidTo: d.declaredValidTo, declaredEndReason: d.declaredEndReason, declaredTraffic: d.declaredTraffic}))
SET d.revisedAt = $recordedAt
SET d += row.fields
WITH d, row WHERE row.isNew
MATCH (e:Endpoint {key: d.endpointKey})
CREATE (d)-[:SERVED_AT]->(e)
