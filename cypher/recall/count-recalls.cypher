// Counts recalls.
// read
// $states  [string]
// -> count
MATCH (r:Recall) WHERE r.state IN $states
RETURN count(*) AS count
