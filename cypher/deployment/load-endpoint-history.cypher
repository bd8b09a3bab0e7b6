// Loads the deployments of endpoints that were not retracted, as declared and as settled.
// read (inside a write transaction)
// $endpointKeys [string]
// -> endpointKey, key, modelVersionKey, isStub, validFrom, declaredValidTo, declaredEndReason, declaredTraffic, validTo, endReason, trafficPercent
UNWIND $endpointKeys AS wanted
MATCH (d:Deployment)-[:SERVED_AT]->(e:Endpoint {key: wanted})
WHERE d.retractedAt IS NULL
RETURN e.key AS endpointKey, d.key AS key, d.modelVersionKey AS modelVersionKey, coalesce(d.stub, false) AS isStub, d.validFrom AS validFrom, d.declaredValidTo AS declaredValidTo,
       d.declaredEndReason AS declaredEndReason, d.declaredTraffic AS declaredTraffic,
       d.validTo AS validTo, d.endReason AS endReason, d.trafficPercent AS trafficPercent
