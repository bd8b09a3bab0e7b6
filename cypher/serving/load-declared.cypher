// Loads the declared state, as recorded at one time, of the deployments of an endpoint that had started at another time.
// read
// $endpointKey
// $at       valid time, epoch ms
// $knownAt  recorded time, epoch ms; null for everything recorded now
// -> key, modelVersionKey, validFrom, isStub, declaredValidTo, declaredEndReason, declaredTraffic
MATCH (:Endpoint {key: $endpointKey})<-[:SERVED_AT]-(d:Deployment)
WHERE d.validFrom <= $at AND /*: recorded-by(d, $knownAt) */
/*: revision-at(d, $knownAt) */
WITH d, CASE WHEN v IS NULL THEN d ELSE v END AS state
RETURN d.key AS key, d.modelVersionKey AS modelVersionKey, d.validFrom AS validFrom, coalesce(state.stub, false) AS isStub,
       state.declaredValidTo AS declaredValidTo, state.declaredEndReason AS declaredEndReason, state.declaredTraffic AS declaredTraffic
