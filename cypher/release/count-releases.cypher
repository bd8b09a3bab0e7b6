// Counts releases.
// read
// $states       [string]
// $endpointKey  null for all
// -> count
MATCH (r:Release)
WHERE r.state IN $states AND ($endpointKey IS NULL OR r.endpointKey = $endpointKey)
RETURN count(r) AS count
