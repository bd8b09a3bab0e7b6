// Lists a page of deployments of all endpoints, newest first; for the same time, the last key first.
// read
// the parameters of backed-deployments
// the parameters of after-newest
// $limit             maximum number of rows
// -> at (start of the deployment, epoch ms), and deployment-columns
/*: backed-deployments */
WITH e, d, state
WHERE /*: after-newest(d.validFrom, d.key) */
WITH e, d, state ORDER BY /*: newest-first(d.validFrom, d.key) */
LIMIT $limit
RETURN d.validFrom AS at,
       /*: deployment-columns */
ORDER BY /*: newest-first(at, key) */
