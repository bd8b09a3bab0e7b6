// Lists a page of endpoints, ordered by key.
// read
// the parameters of endpoint-filter
// the parameters of after-key
// $limit       maximum number of rows
// -> key, stage (DEVELOPMENT if the endpoint was only referenced)
MATCH (e:Endpoint)
WHERE /*: endpoint-filter */
  AND /*: after-key(e.key) */
RETURN e.key AS key, /*: endpoint-stage */ AS stage
ORDER BY /*: by-key(key) */
LIMIT $limit
