// Writes what a change at an endpoint means for its deployments. What stood before is kept as a revision, so that the
// past can be asked as it was known then.
// write
// $rows [map]  key, validTo (null: open), endReason, trafficPercent
// $recordedAt  epoch ms
UNWIND $rows AS row
MATCH (d:Lineage {key: row.key})
/*: keep-revision */
SET d.validTo = row.validTo, d.endReason = row.endReason, d.trafficPercent = row.trafficPercent, d.revisedAt = $recordedAt
