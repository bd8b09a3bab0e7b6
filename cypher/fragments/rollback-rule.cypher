// Decides for e, an Endpoint, which deployments serve and which ones a rollback may choose. Impact, deletion candidates and
// rollback include it. Requires recalled, see recalled-nodes.
// (asOf, moment)  asOf: epoch ms of what was recorded, null for now; moment: epoch ms at which deployments serve or not
// -> e, recalled; and lists of [deployment, model version, has traffic, neither is tombstoned], each newest first:
//    serving;
//    beside    those of serving with traffic, of versions other than the newest: a rollback may end the newest for them;
//    eligible  those that a rollback may choose, the target of a rollback first;
//    and rejected, a list of [key of a model version, epoch ms]: versions that were rolled back and not deployed since
MATCH (e)<-[:SERVED_AT]-(d:Deployment)
WHERE /*: recorded-by(d, asOf) */
OPTIONAL MATCH (m:ModelVersion)-[r:DEPLOYED_AS/*: or-retracted */]->(d)
WHERE /*: is-flow(r, DEPLOYED_AS, asOf) */
/*: revision-at(d, asOf) */
WITH e, recalled, d, m, CASE WHEN v IS NULL THEN d ELSE v END AS state
WITH e, recalled, d, m, /*: serves-at(d, state, moment) */ AS serves, state.trafficPercent > 0 AS hasTraffic,
     state.validTo <= moment AND state.validTo > d.validFrom AND state.endReason <> 'ROLLED_BACK' AS hasEndedWell,
     CASE WHEN d.validFrom <= moment THEN d.validFrom END AS begunAt,
     CASE WHEN state.validTo <= moment AND state.endReason = 'ROLLED_BACK' THEN state.validTo END AS rejectedAt,
     // A tombstoned deployment that has not ended still serves, but a rollback never chooses it.
     NOT /*: tombstoned-by(d, asOf) */ AND NOT /*: tombstoned-by(m, asOf) */ AS isThere
ORDER BY d.validFrom DESC, d.key
WITH e, recalled, collect(CASE WHEN serves THEN [d, m, hasTraffic, isThere] END) AS serving,
     collect(CASE WHEN NOT serves AND hasEndedWell AND hasTraffic AND isThere THEN [d, m, hasTraffic, isThere] END) AS ended,
     collect(CASE WHEN begunAt IS NOT NULL THEN [d.modelVersionKey, begunAt] END) AS begun,
     collect(CASE WHEN rejectedAt IS NOT NULL THEN [d.modelVersionKey, rejectedAt] END) AS rollbacks
// A version that was rolled back stays rejected until it is deployed here again. A rollback never deploys a rejected version,
// so each rollback goes further back, and the last one is refused.
CALL (begun, rollbacks) {
  UNWIND rollbacks AS rollback
  WITH rollback[0] AS version, max(rollback[1]) AS rejectedAt
  WHERE none(b IN begun WHERE b[0] = version AND b[1] >= rejectedAt)
  RETURN collect([version, rejectedAt]) AS rejected
}
WITH e, recalled, serving, ended, rejected, [r IN rejected | r[0]] AS rejectedVersions
// If versions share the traffic, as with a canary, a rollback ends the newest in favour of the others. They are the
// first candidates, followed by ended deployments of versions that do not serve. Without a current deployment, no rollback is possible.
WITH e, recalled, serving, ended, rejected, rejectedVersions, [s IN serving | s[0].modelVersionKey] AS served,
     [s IN serving WHERE s[2] | s[0].modelVersionKey][0] AS newest
WITH e, recalled, serving, rejected, rejectedVersions, [s IN serving WHERE s[2] AND s[0].modelVersionKey <> newest] AS beside,
     CASE WHEN size(serving) > 0 THEN [c IN ended WHERE NOT c[0].modelVersionKey IN served] ELSE [] END AS ended
WITH e, recalled, serving, rejected, beside, [c IN [s IN beside WHERE s[3]] + ended WHERE NOT c[0].modelVersionKey IN rejectedVersions] AS candidates
CALL (recalled, candidates) {
  UNWIND CASE WHEN size(recalled) = 0 THEN [] ELSE candidates END AS candidate
  WITH DISTINCT recalled, candidate[1] AS m
  // Planned as a pruning breadth-first walk.
  MATCH p = (m)<-[:/*: flow-and-copies *//*: or-retracted */*0..]-(upstream)
  WHERE /*: walked-with-copies(p, asOf) */
  WITH recalled, m, upstream, min(length(p)) AS hops
  WITH m WHERE upstream IN recalled
  RETURN collect(DISTINCT m) AS recalledVersions
}
WITH e, recalled, serving, beside, rejected, [c IN candidates WHERE NOT c[1] IN recalledVersions] AS eligible
