// Counts the deployments of each model version.
// read
// $versionKeys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the version), count
UNWIND $versionKeys AS owner
MATCH (v:ModelVersion&Lineage {key: owner})
RETURN owner, COUNT { (v)-[r:DEPLOYED_AS/*: or-retracted */]->() WHERE /*: is-flow(r, DEPLOYED_AS, $asOf) */ } AS count
