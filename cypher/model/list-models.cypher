// Lists a page of models, ordered by key.
// read
// the parameters of container-filter
// the parameters of after-key
// $limit         maximum number of rows
// -> key
MATCH (m:Model)
WHERE /*: container-filter(m) */
  AND /*: after-key(m.key) */
RETURN m.key AS key
ORDER BY /*: by-key(key) */
LIMIT $limit
