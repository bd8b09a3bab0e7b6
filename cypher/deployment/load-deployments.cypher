// Loads deployments by key, for the per-request loader.
// read
// $keys  [string]
// -> deployment-columns
UNWIND $keys AS wanted
MATCH (d:Deployment&Lineage {key: wanted})-[:SERVED_AT]->(e:Endpoint)
RETURN /*: deployment-columns */
