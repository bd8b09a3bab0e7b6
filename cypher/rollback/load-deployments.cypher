// Loads every deployment of an endpoint that had begun at a moment, newest first, with what decides whether one may go back to it.
// read
// $endpointKey
// $at  epoch ms; null for the present of the database's clock, by which deployments that a decision begins are dated
// -> key, modelVersionKey, title (what it serves), validFrom, validTo (epoch ms, null: open), endReason, trafficPercent, isStub,
//    serves, isTombstoned (itself), isVersionTombstoned
WITH coalesce($at, timestamp()) AS now
MATCH (:Endpoint {key: $endpointKey})<-[:SERVED_AT]-(d:Deployment)
WHERE d.validFrom <= now
RETURN d.key AS key, d.modelVersionKey AS modelVersionKey, d.title AS title, d.validFrom AS validFrom, d.validTo AS validTo, d.endReason AS endReason,
       coalesce(d.trafficPercent, 0) AS trafficPercent, coalesce(d.stub, false) AS isStub,
       d.tombstonedAt IS NULL AND coalesce(d.validTo > now, true) AS serves,
       d.tombstonedAt IS NOT NULL AS isTombstoned,
       EXISTS { (d)<-[:DEPLOYED_AS]-(v:ModelVersion) WHERE v.tombstonedAt IS NOT NULL } AS isVersionTombstoned
ORDER BY validFrom DESC, key
