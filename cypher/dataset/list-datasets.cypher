// Lists a page of datasets, ordered by key.
// read
// the parameters of container-filter
// the parameters of after-key
// $limit         maximum number of rows
// -> key
MATCH (d:Dataset)
WHERE /*: container-filter(d) */
  AND /*: after-key(d.key) */
RETURN d.key AS key
ORDER BY /*: by-key(key) */
LIMIT $limit
