// Counts the deployments of all endpoints.
// read
// the parameters of backed-deployments
// -> count
/*: backed-deployments */
RETURN count(d) AS count
