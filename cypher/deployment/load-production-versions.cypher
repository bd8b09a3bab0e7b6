// Loads the versions of each model that serve production at a time: at a PRODUCTION endpoint, with traffic.
// read
// $modelKeys  [string]
// $asOf       epoch ms, null for now
// $at         epoch ms
// -> owner (key of the model), and model-version-columns
UNWIND $modelKeys AS owner
MATCH (:Model {key: owner})<-[:VERSION_OF]-(v:ModelVersion)-[r:DEPLOYED_AS/*: or-retracted */]->(d:Deployment)
WHERE /*: is-flow(r, DEPLOYED_AS, $asOf) */
WITH owner, v, d, /*: state-at(d) */ AS state
WHERE state.trafficPercent > 0 AND /*: serves-at(d, state, $at) */ AND EXISTS { (d)-[:SERVED_AT]->(e:Endpoint) WHERE /*: endpoint-stage */ = 'PRODUCTION' }
WITH DISTINCT owner, v
WITH owner, v, /*: state-at(v) */ AS state
RETURN owner,
       /*: model-version-columns */
ORDER BY owner, key
