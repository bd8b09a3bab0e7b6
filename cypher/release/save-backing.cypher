// Records the release that backs a deployment: the deployed one, or after a rollback, the one behind the restored deployment.
// write
// $id             UUID of the release
// $deploymentKey
MATCH (r:Release {id: $id})
MATCH (d:Deployment&Lineage {key: $deploymentKey})
CREATE (r)-[:BACKS]->(d)
