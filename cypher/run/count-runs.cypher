// Counts the runs that a filter lets through.
// read
// the parameters of filtered-runs
// -> count
/*: filtered-runs */
RETURN count(r) AS count
