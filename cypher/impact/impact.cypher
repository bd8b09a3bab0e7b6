// Answers what a change to some nodes affects: counts by severity and kind, what serves production, and one page of the
// affected nodes, worst first.
// read
// $roots        [string]  keys
// $asOf         epoch ms, null for now: only what was recorded until then counts
// $at           epoch ms: the moment at which deployments serve or not; $asOf, or the present
// $budget       nodes that are looked at, closest first; one more than allowed tells that it was exceeded
// $minSeverity  of the page: rank at most (0 is worst), null for all
// $kinds        of the page: labels, null for all
// $afterSeverity, $afterDepth, $afterKey  of the page: begins after this place; nulls for the first page
// $limit        of the page: rows at most; 0 for none
// -> part: ROOT, COUNT, PRODUCTION or AFFECTED; which of the columns are filled depends on it
//    severity (rank), kind (label), count                                          COUNT
//    key, title, recordedAt, depth, severity, isStub                               ROOT, PRODUCTION, AFFECTED
//    deployment, deploymentTitle, endpoint, stage, trafficPercent, validFrom, validTo, endReason   AFFECTED:
//        the deployment that the severity comes from, its own or of the model version
UNWIND $roots AS rootKey
MATCH (root:Lineage {key: rootKey})
WHERE $asOf IS NULL OR root.recordedAt <= $asOf
// Planned as a pruning breadth-first walk: each node once for each root, however many paths lead there.
MATCH p = (root)-[:USED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|EMITTED*0..]->(n)
WHERE all(r IN relationships(p) WHERE $asOf IS NULL OR r.recordedAt <= $asOf)
WITH n, min(length(p)) AS depth
WITH n, depth ORDER BY depth LIMIT $budget
WITH collect(n) AS nodes, collect(depth) AS depths
// Every deployment of every endpoint that a reached one is served at, since which of them a rollback would choose
// depends on the others. Its state is that of $asOf: a revision that was superseded later, else the present one.
CALL (nodes) {
  UNWIND nodes AS reached
  WITH reached WHERE reached:Deployment
  MATCH (reached)-[:SERVED_AT]->(e:Endpoint)
  WITH DISTINCT e
  MATCH (e)<-[:SERVED_AT]-(d:Deployment)
  WHERE $asOf IS NULL OR d.recordedAt <= $asOf
  OPTIONAL MATCH (d)-[:REVISED_FROM]->(v:DeploymentRevision)
  WHERE $asOf IS NOT NULL AND v.recordedAt <= $asOf AND v.supersededAt > $asOf
  WITH e, d, CASE WHEN v IS NULL THEN d ELSE v END AS state
  WITH e, d, d.validFrom <= $at AND (state.validTo IS NULL OR $at < state.validTo) AS serves,
       state.trafficPercent > 0 AS hasTraffic, state.validTo AS validTo, state.endReason AS endReason
  ORDER BY d.validFrom DESC, d.key
  WITH collect(CASE WHEN serves AND hasTraffic AND e.stage = 'PRODUCTION' THEN d END) AS production,
       collect(CASE WHEN serves AND NOT (hasTraffic AND e.stage = 'PRODUCTION') THEN d END) AS other,
       collect(CASE WHEN serves THEN d.modelVersionKey END) AS served,
       collect(CASE WHEN validTo <= $at AND validTo > d.validFrom AND hasTraffic AND endReason <> 'ROLLED_BACK' THEN d END) AS ended, e
  // The last that served and was not itself rolled back; going back to what serves anyway would be no rollback.
  WITH production, other, CASE WHEN size(served) > 0 THEN head([d IN ended WHERE NOT d.modelVersionKey IN served]) END AS target
  RETURN reduce(all = [], list IN collect(production) | all + list) AS inProduction,
         reduce(all = [], list IN collect(other) | all + list) AS servingOther,
         collect(target) AS rollbackTargets
}
WITH nodes, depths, inProduction, servingOther, rollbackTargets,
     [d IN inProduction | head([(m:ModelVersion)-[:DEPLOYED_AS]->(d) | m])] AS productionModels,
     [d IN servingOther | head([(m:ModelVersion)-[:DEPLOYED_AS]->(d) | m])] AS otherModels,
     [d IN rollbackTargets | head([(m:ModelVersion)-[:DEPLOYED_AS]->(d) | m])] AS targetModels
// Ranks as in the domain's table: 0 SERVING_PRODUCTION, 1 SERVING_OTHER, 2 ROLLBACK_TARGET, 4 REGISTERED, 5 REPRODUCIBILITY.
WITH nodes, depths, inProduction + servingOther + rollbackTargets AS decisive,
     [n IN nodes | CASE
        WHEN n:Deployment THEN CASE WHEN n IN inProduction THEN 0 WHEN n IN servingOther THEN 1 WHEN n IN rollbackTargets THEN 2 ELSE 5 END
        WHEN n:ModelVersion THEN CASE WHEN n IN productionModels THEN 0 WHEN n IN otherModels THEN 1 WHEN n IN targetModels THEN 2 ELSE 4 END
        ELSE 5 END] AS severities
CALL (nodes, depths, severities, decisive) {
  UNWIND range(0, size(nodes) - 1) AS i
  WITH nodes[i] AS n, depths[i] AS depth WHERE depth = 0
  RETURN 'ROOT' AS part, n, depth, null AS severity, null AS kind, null AS count, null AS d
  UNION ALL
  UNWIND range(0, size(nodes) - 1) AS i
  WITH nodes[i] AS n, depths[i] AS depth, severities[i] AS severity WHERE depth > 0
  WITH severity, head([label IN labels(n) WHERE label <> 'Lineage']) AS kind, count(*) AS count
  RETURN 'COUNT' AS part, null AS n, null AS depth, severity, kind, count, null AS d
  UNION ALL
  UNWIND range(0, size(nodes) - 1) AS i
  WITH nodes[i] AS n, depths[i] AS depth, severities[i] AS severity WHERE depth > 0 AND severity = 0 AND nodes[i]:Deployment
  RETURN 'PRODUCTION' AS part, n, depth, severity, null AS kind, null AS count, null AS d
  UNION ALL
  UNWIND range(0, size(nodes) - 1) AS i
  WITH nodes[i] AS n, depths[i] AS depth, severities[i] AS severity
  WHERE depth > 0 AND severity <= coalesce($minSeverity, 6)
    AND ($kinds IS NULL OR any(label IN labels(n) WHERE label IN $kinds))
    AND ($afterSeverity IS NULL OR severity > $afterSeverity
         OR (severity = $afterSeverity AND (depth > $afterDepth OR (depth = $afterDepth AND n.key > $afterKey))))
  WITH n, depth, severity ORDER BY severity, depth, n.key LIMIT $limit
  // The newest of the deployments that the severity comes from stands for them in the reason.
  RETURN 'AFFECTED' AS part, n, depth, severity, null AS kind, null AS count,
         CASE WHEN n:Deployment THEN n
              WHEN n:ModelVersion THEN head([d IN decisive WHERE d.modelVersionKey = n.key]) END AS d
}
OPTIONAL MATCH (d)-[:SERVED_AT]->(e:Endpoint)
OPTIONAL MATCH (d)-[:REVISED_FROM]->(v:DeploymentRevision)
WHERE $asOf IS NOT NULL AND v.recordedAt <= $asOf AND v.supersededAt > $asOf
WITH part, n, depth, severity, kind, count, d, e, CASE WHEN v IS NULL THEN d ELSE v END AS state
RETURN part, severity, kind, count, n.key AS key, n.title AS title, n.recordedAt AS recordedAt, depth, coalesce(n.stub, false) AS isStub,
       d.key AS deployment, d.title AS deploymentTitle, e.name AS endpoint, e.stage AS stage,
       state.trafficPercent AS trafficPercent, d.validFrom AS validFrom, state.validTo AS validTo, state.endReason AS endReason
ORDER BY part, severity, depth, key
