// Finds why nodes cannot be retracted: what refers to a version, and which deployments resulted from a decision.
// read (inside a write transaction)
// $keys [string]
// -> key, deployments (keys of the deployments of a version that remain), releases (ids of its open releases),
//    isDecided (true for a deployment that a release backs)
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
WITH n.key AS key,
     COLLECT { MATCH (n)-[:DEPLOYED_AS]->(d:Deployment) WHERE NOT d.key IN $keys RETURN d.key ORDER BY d.key LIMIT 20 } AS deployments,
     COLLECT { MATCH (n)<-[:PROPOSES]-(r:Release) WHERE r.closedAt IS NULL RETURN r.id ORDER BY r.id LIMIT 20 } AS releases,
     EXISTS { (n)<-[:BACKS]-(:Release) } AS isDecided
WHERE size(deployments) > 0 OR size(releases) > 0 OR isDecided
RETURN key, deployments, releases, isDecided
