// Counts the runs that match a filter.
// read
// the parameters of filtered-runs
// -> count
/*: filtered-runs */
RETURN count(r) AS count
