// Lists a page of endpoints by key, from a place on.
// read
// the parameters of endpoint-filter
// the parameters of after-key
// $limit       rows at most
// -> key, stage (DEVELOPMENT for one that was only referred to)
MATCH (e:Endpoint)
WHERE /*: endpoint-filter */
  AND /*: after-key(e.key) */
RETURN e.key AS key, /*: endpoint-stage */ AS stage
ORDER BY /*: by-key(key) */
LIMIT $limit
