// Lists a page of the deployments of each model version, newest first, then by key in descending order.
// read
// $versionKeys  [string]
// $asOf  epoch ms, null for now
// the parameters of after-newest
// $limit             maximum number of rows for each version
// -> owner (key of the version), at (epoch ms: validFrom), and deployment-columns
UNWIND $versionKeys AS owner
CALL (owner) {
  MATCH (:ModelVersion&Lineage {key: owner})-[r:DEPLOYED_AS/*: or-retracted */]->(d:Deployment)
  WHERE /*: is-flow(r, DEPLOYED_AS, $asOf) */ AND /*: after-newest(d.validFrom, d.key) */
  WITH d ORDER BY /*: newest-first(d.validFrom, d.key) */
  LIMIT $limit
  RETURN collect(d) AS page
}
UNWIND range(0, size(page) - 1) AS position
WITH owner, position, page[position] AS d
MATCH (d)-[:SERVED_AT]->(e:Endpoint)
WITH owner, position, d, e, /*: state-at(d) */ AS state
RETURN owner, d.validFrom AS at,
       /*: deployment-columns */
ORDER BY owner, position
