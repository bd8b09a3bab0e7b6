// Lists a page of models by key, from a place on.
// read
// the parameters of container-filter
// the parameters of after-key
// $limit         rows at most
// -> key
MATCH (m:Model)
WHERE /*: container-filter(m) */
  AND /*: after-key(m.key) */
RETURN m.key AS key
ORDER BY /*: by-key(key) */
LIMIT $limit
