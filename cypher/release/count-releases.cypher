// Counts releases.
// read
// the parameters of release-filter
// -> count
MATCH (r:Release)
WHERE /*: release-filter */
RETURN count(r) AS count
