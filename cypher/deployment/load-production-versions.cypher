// Loads the versions of each model that serve production at a time: at a PRODUCTION endpoint, with traffic.
// read
// $modelKeys  [string]
// $at         epoch ms
// -> owner (key of the model), and model-version-columns
UNWIND $modelKeys AS owner
MATCH (:Model {key: owner})<-[:VERSION_OF]-(v:ModelVersion)-[:DEPLOYED_AS]->(d:Deployment)-[:SERVED_AT]->(e:Endpoint)
WHERE e.stage = 'PRODUCTION' AND d.trafficPercent > 0 AND /*: serves-at(d, d, $at) */
WITH DISTINCT owner, v
RETURN owner,
       /*: model-version-columns */
ORDER BY owner, key
