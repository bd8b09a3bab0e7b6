// Loads the release that backs each deployment.
// read
// $deploymentKeys  [string]
// -> owner (key of the deployment), and release-columns
UNWIND $deploymentKeys AS owner
MATCH (:Deployment&Lineage {key: owner})<-[:BACKS]-(r:Release)
RETURN owner, /*: release-columns */
