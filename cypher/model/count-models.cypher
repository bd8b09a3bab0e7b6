// Counts models.
// read
// the parameters of container-filter
// -> count
MATCH (m:Model)
WHERE /*: container-filter(m) */
RETURN count(m) AS count
