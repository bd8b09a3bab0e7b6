// Counts endpoints.
// read
// the parameters of endpoint-filter
// -> count
MATCH (e:Endpoint)
WHERE /*: endpoint-filter */
RETURN count(e) AS count
