// Finds the blind spots: model versions that serve production and of which nothing upstream is recorded. They could depend on
// anything. Versions with the origin EXTERNAL are not among them.
// read
// $asOf   epoch ms, null for now: only facts recorded until then count
// $at     epoch ms: the time at which deployments serve or not; $asOf, or the present
// $limit  maximum number of keys
// -> count, keys (the first ones in the order of keys)
MATCH (e:Endpoint)
WHERE e.key STARTS WITH 'endpoint:' AND /*: endpoint-stage */ = 'PRODUCTION'
MATCH (e)<-[:SERVED_AT]-(d:Deployment)
WHERE /*: recorded-by(d, $asOf) */
/*: revision-at(d, $asOf) */
WITH d, CASE WHEN v IS NULL THEN d ELSE v END AS state
WHERE /*: serves-at(d, state, $at) */ AND state.trafficPercent > 0
MATCH (d)<-[deployed:DEPLOYED_AS/*: or-retracted */]-(m:ModelVersion)
WHERE /*: is-flow(deployed, DEPLOYED_AS, $asOf) */ AND coalesce((/*: state-at(m) */).origin, 'RECORDED') <> 'EXTERNAL'
WITH DISTINCT m
// Identical content is the same thing under another name, so it is not an origin, but its upstream is. Identical nodes are
// joined as a star: m is its centre or one of its points. A stub is only a reference: a run that was never reported is not an
// origin either.
WHERE NOT EXISTS {
  MATCH (m)<-[u:/*: flow *//*: or-retracted */]-(upstream)
  WHERE /*: is-origin(u, upstream, $asOf) */
} AND NOT EXISTS {
  MATCH (m)<-[same:SAME_CONTENT/*: or-retracted */]-(identical)<-[u:/*: flow *//*: or-retracted */]-(upstream)
  WHERE /*: is-flow(same, SAME_CONTENT, $asOf) */ AND /*: is-origin(u, upstream, $asOf) */
} AND NOT EXISTS {
  MATCH (m)<-[same:SAME_CONTENT/*: or-retracted */]-(centre)<-[other:SAME_CONTENT/*: or-retracted */]-(identical)<-[u:/*: flow *//*: or-retracted */]-(upstream)
  WHERE /*: is-flow(same, SAME_CONTENT, $asOf) */ AND /*: is-flow(other, SAME_CONTENT, $asOf) */ AND /*: is-origin(u, upstream, $asOf) */
}
WITH m.key AS key ORDER BY key
WITH collect(key) AS keys
RETURN size(keys) AS count, keys[..$limit] AS keys
