// Loads what was declared, as it was known at a moment, of the deployments of an endpoint that had begun at another.
// read
// $endpointKey
// $at       epoch ms: of the world
// $knownAt  epoch ms: of what was recorded; null for all that is recorded now
// -> key, modelVersionKey, validFrom, isStub, declaredValidTo, declaredEndReason, declaredTraffic
MATCH (:Endpoint {key: $endpointKey})<-[:SERVED_AT]-(d:Deployment)
WHERE d.validFrom <= $at AND /*: recorded-by(d, $knownAt) */
/*: revision-at(d, $knownAt) */
WITH d, CASE WHEN v IS NULL THEN d ELSE v END AS state
RETURN d.key AS key, d.modelVersionKey AS modelVersionKey, d.validFrom AS validFrom, coalesce(state.stub, false) AS isStub,
       state.declaredValidTo AS declaredValidTo, state.declaredEndReason AS declaredEndReason, state.declaredTraffic AS declaredTraffic
