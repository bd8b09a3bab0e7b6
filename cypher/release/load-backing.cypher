// Loads the release that backs each deployment.
// read
// $deploymentKeys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the deployment), and release-columns
UNWIND $deploymentKeys AS owner
MATCH (:Deployment&Lineage {key: owner})<-[:BACKS]-(r:Release)
WHERE /*: release-at */
WITH owner, r, /*: state-at(r) */ AS state
RETURN owner, /*: release-columns */
