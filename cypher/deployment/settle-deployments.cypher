// Updates the end and the traffic of the deployments of an endpoint after a change. The previous state is kept as a
// revision, so that queries can return it as of an earlier time.
// write
// $rows [map]  key, validTo (null: open), endReason, trafficPercent
// $recordedAt  epoch ms
UNWIND $rows AS row
MATCH (d:Lineage {key: row.key})
/*: keep-revision */
SET d.validTo = row.validTo, d.endReason = row.endReason, d.trafficPercent = row.trafficPercent, d.revisedAt = $recordedAt
