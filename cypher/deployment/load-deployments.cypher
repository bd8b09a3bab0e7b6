// Loads deployments by key, for the per-request loader.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> deployment-columns
UNWIND $keys AS wanted
MATCH (d:Deployment&Lineage {key: wanted})-[:SERVED_AT]->(e:Endpoint)
WHERE /*: recorded-by(d, $asOf) */
WITH d, e, /*: state-at(d) */ AS state
RETURN /*: deployment-columns */
