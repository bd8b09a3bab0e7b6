// Counts the deployments of each model version.
// read
// $versionKeys  [string]
// -> owner (key of the version), count
UNWIND $versionKeys AS owner
MATCH (v:ModelVersion&Lineage {key: owner})
RETURN owner, COUNT { (v)-[:DEPLOYED_AS]->() } AS count
