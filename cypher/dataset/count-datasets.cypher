// Counts datasets.
// read
// the parameters of container-filter
// -> count
MATCH (d:Dataset)
WHERE /*: container-filter(d) */
RETURN count(d) AS count
