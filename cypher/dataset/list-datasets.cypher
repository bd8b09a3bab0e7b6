// Lists a page of datasets by key, from a place on.
// read
// the parameters of container-filter
// the parameters of after-key
// $limit         rows at most
// -> key
MATCH (d:Dataset)
WHERE /*: container-filter(d) */
  AND /*: after-key(d.key) */
RETURN d.key AS key
ORDER BY /*: by-key(key) */
LIMIT $limit
