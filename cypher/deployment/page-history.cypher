// Lists a page of the deployments of each endpoint, newest first, then by key in descending order.
// read
// $endpointKeys  [string]
// $asOf  epoch ms, null for now
// the parameters of after-newest
// $limit             maximum number of rows for each endpoint
// -> owner (key of the endpoint), at (epoch ms: validFrom), and deployment-columns
UNWIND $endpointKeys AS owner
CALL (owner) {
  MATCH (:Endpoint {key: owner})<-[:SERVED_AT]-(d:Deployment)
  WHERE /*: recorded-by(d, $asOf) */ AND /*: after-newest(d.validFrom, d.key) */
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
