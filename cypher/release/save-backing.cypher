// Records which release a deployment rests on: the one that was deployed, or for a rollback, the one that the deployment which it goes back to rested on.
// write
// $id             UUID of the release
// $deploymentKey
MATCH (r:Release {id: $id})
MATCH (d:Deployment&Lineage {key: $deploymentKey})
CREATE (r)-[:BACKS]->(d)
