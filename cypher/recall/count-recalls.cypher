// Counts recalls.
// read
// the parameters of recall-filter
// -> count
MATCH (r:Recall)
WHERE /*: recall-filter */
RETURN count(*) AS count
