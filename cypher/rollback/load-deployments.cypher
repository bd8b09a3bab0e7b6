// Loads every deployment of an endpoint that had started at a time, newest first, with the decision of rollback-rule about it
// and the facts that explain the decision.
// read
// $endpointKey
// $at  epoch ms; null for the database's current time, which also dates the deployments that a decision starts
// -> key, modelVersionKey, title (model@version), validFrom, validTo (epoch ms, null: open), endReason, trafficPercent, isStub,
//    serves, isBeside (serves beside the newest version), isEligible (a rollback may choose it),
//    rejectedAt (epoch ms: its version was rolled back then, and not deployed since; null otherwise),
//    isTombstoned (itself), isVersionTombstoned
WITH coalesce($at, timestamp()) AS now
MATCH (e:Endpoint {key: $endpointKey})
CALL (e, now) {
  /*: recalled-nodes(null) */
  /*: rollback-rule(null, now) */
  RETURN [s IN serving | s[0]] AS servingNow, [s IN beside | s[0]] AS besideNewest, [c IN eligible | c[0]] AS eligibleNow, rejected
}
MATCH (e)<-[:SERVED_AT]-(d:Deployment)
WHERE d.validFrom <= now AND d.retractedAt IS NULL
RETURN d.key AS key, d.modelVersionKey AS modelVersionKey, d.title AS title, d.validFrom AS validFrom, d.validTo AS validTo, d.endReason AS endReason,
       coalesce(d.trafficPercent, 0) AS trafficPercent, coalesce(d.stub, false) AS isStub,
       d IN servingNow AS serves, d IN besideNewest AS isBeside, d IN eligibleNow AS isEligible,
       head([r IN rejected WHERE r[0] = d.modelVersionKey | r[1]]) AS rejectedAt,
       d.tombstonedAt IS NOT NULL AS isTombstoned,
       EXISTS { (d)<-[:DEPLOYED_AS]-(v:ModelVersion) WHERE v.tombstonedAt IS NOT NULL } AS isVersionTombstoned
ORDER BY validFrom DESC, key
