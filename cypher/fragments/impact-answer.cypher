// Answers questions about impact from n and depth, the nodes of a downstream closure with their hops: counts by severity and
// kind, the deployments that serve production, and one page of the affected nodes, worst first.
// $roots        [string]  keys
// $asOf         epoch ms, null for now: only facts recorded until then count
// $at           epoch ms: the time at which deployments serve or not; $asOf, or the present
// $budget       maximum number of nodes examined, closest first; one more than allowed shows that the limit was exceeded
// $minDepth     of the page: 1 for the affected nodes, 0 to include the roots
// $minSeverity  of the page: maximum rank (0 is worst), null for all
// $kinds        of the page: labels, null for all
// $isBackward   of the page: true for a page from the end, in reverse
// $positionSeverity, $positionDepth, $positionKey  of the page: position after which it starts; nulls for the start of the list
// $limit        of the page: maximum number of rows; 0 for none
// $hasMembers   whether to return the key and severity of every affected node
// -> part: ROOT, COUNT, PRODUCTION, AFFECTED or MEMBER; determines which of the other columns are filled
//    severity (rank), kind (label), count                                          COUNT
//    key, title, recordedAt, depth, severity, isStub                               ROOT, PRODUCTION, AFFECTED, MEMBER
//    isTombstoned                                                   ROOT
//    unrecorded   ROOT: keys of folders without recorded members that are, or may contain, the root
//    uses   AFFECTED: roles in which the run that produced the (served) model version used a root
//    deployment, deploymentTitle, endpoint, stage, trafficPercent, validFrom, validTo   AFFECTED:
//        the newest of the deployments that determine the severity, its own or those of the model version
// The roots come first, before the members of folders, which have the same depth.
WITH n, depth ORDER BY depth, depth = 0 AND NOT n.key IN $roots LIMIT $budget
WITH collect(n) AS nodes, collect(depth) AS depths
// All deployments of every endpoint with a reached deployment, because the rollback target depends on the others. The state
// of each is that of $asOf: a revision that was superseded later, else the present state.
CALL (nodes) {
  /*: recalled-nodes($asOf) */
  UNWIND nodes AS reached
  WITH recalled, reached WHERE reached:Deployment
  MATCH (reached)-[:SERVED_AT]->(e:Endpoint)
  WITH DISTINCT recalled, e
  /*: rollback-rule($asOf, $at) */
  WITH serving, eligible, /*: endpoint-stage */ AS stage
  UNWIND [s IN serving | [CASE WHEN s[2] AND stage = 'PRODUCTION' THEN 0 ELSE 1 END, s[0], s[1]]]
         + [t IN eligible[0..1] WHERE NOT t IN serving | [2, t[0], t[1]]] AS one
  RETURN collect(CASE WHEN one[0] = 0 THEN one[1] END) AS inProduction, collect(CASE WHEN one[0] = 0 THEN one[2] END) AS productionModels,
         collect(CASE WHEN one[0] = 1 THEN one[1] END) AS servingOther, collect(CASE WHEN one[0] = 1 THEN one[2] END) AS otherModels,
         collect(CASE WHEN one[0] = 2 THEN one[1] END) AS rollbackTargets, collect(CASE WHEN one[0] = 2 THEN one[2] END) AS targetModels
}
CALL (nodes) {
  UNWIND nodes AS m
  WITH m WHERE m:ModelVersion
  MATCH (m)<-[:PROPOSES]-(release:Release)
  WHERE /*: open-at(release.recordedAt, release.closedAt, $asOf) */
  RETURN collect(DISTINCT m) AS pendingModels
}
// Ranks as in the domain's table: 0 SERVING_PRODUCTION, 1 SERVING_OTHER, 2 ROLLBACK_TARGET, 3 PENDING_RELEASE, 4 REGISTERED,
// 5 REPRODUCIBILITY, 6 NONE.
WITH nodes, depths, inProduction, servingOther, rollbackTargets,
     [n IN nodes | CASE
        WHEN n:Deployment THEN CASE WHEN n IN inProduction THEN 0 WHEN n IN servingOther THEN 1 WHEN n IN rollbackTargets THEN 2
                                    WHEN /*: tombstoned-by(n, $asOf) */ THEN 6 ELSE 5 END
        WHEN n:ModelVersion THEN CASE WHEN n IN productionModels THEN 0 WHEN n IN otherModels THEN 1 WHEN n IN targetModels THEN 2
                                      WHEN n IN pendingModels THEN 3 WHEN /*: tombstoned-by(n, $asOf) */ THEN 6 ELSE 4 END
        WHEN /*: tombstoned-by(n, $asOf) */ THEN 6
        ELSE 5 END] AS severities
CALL (nodes, depths, severities, inProduction, servingOther, rollbackTargets) {
  // The order is closest first, so the roots come first.
  UNWIND range(0, size($roots) - 1) AS i
  WITH nodes[i] AS n, depths[i] AS depth, severities[i] AS severity WHERE depth = 0
  CALL (n) {
    /*: unrecorded-folders(n) */
  }
  RETURN 'ROOT' AS part, n, depth, severity, null AS kind, null AS count, null AS d, unrecorded
  UNION ALL
  UNWIND range(0, size(nodes) - 1) AS i
  WITH nodes[i] AS n, depths[i] AS depth, severities[i] AS severity WHERE depth > 0
  WITH severity, head([label IN labels(n) WHERE label <> 'Lineage']) AS kind, count(*) AS count
  RETURN 'COUNT' AS part, null AS n, null AS depth, severity, kind, count, null AS d, [] AS unrecorded
  UNION ALL
  UNWIND range(0, size(nodes) - 1) AS i
  WITH nodes[i] AS n, depths[i] AS depth, severities[i] AS severity WHERE depth > 0 AND severity = 0 AND nodes[i]:Deployment
  RETURN 'PRODUCTION' AS part, n, depth, severity, null AS kind, null AS count, null AS d, [] AS unrecorded
  UNION ALL
  UNWIND CASE WHEN $hasMembers THEN range(0, size(nodes) - 1) ELSE [] END AS i
  WITH nodes[i] AS n, depths[i] AS depth, severities[i] AS severity WHERE depth > 0
  RETURN 'MEMBER' AS part, n, depth, severity, null AS kind, null AS count, null AS d, [] AS unrecorded
  UNION ALL
  CALL (nodes, depths, severities) {
    UNWIND CASE WHEN $limit > 0 THEN range(0, size(nodes) - 1) ELSE [] END AS i
    WITH nodes[i] AS n, depths[i] AS depth, severities[i] AS severity, CASE WHEN $isBackward THEN -1 ELSE 1 END AS sign
    WHERE depth >= $minDepth AND severity <= coalesce($minSeverity, 6)
      AND ($kinds IS NULL OR any(label IN labels(n) WHERE label IN $kinds))
      AND CASE WHEN $positionSeverity IS NULL THEN true
               WHEN severity <> $positionSeverity THEN (severity > $positionSeverity) <> $isBackward
               WHEN depth <> $positionDepth THEN (depth > $positionDepth) <> $isBackward
               ELSE n.key <> $positionKey AND (n.key > $positionKey) <> $isBackward END
    // Only nodes that the page may show, by severity and depth, are sorted by key and in full: sorting by key
    // reads each key, and LIMIT, which keeps the lists above with each row, would take gigabytes for a large closure.
    WITH severity, depth, sign, collect(n) AS alike ORDER BY sign * severity, sign * depth
    WITH sign, collect([severity, depth, alike])[0..$limit] AS places
    UNWIND range(0, size(places) - 1) AS i
    WITH sign, places[i] AS place, reduce(before = 0, earlier IN places[0..i] | before + size(earlier[2])) AS before WHERE before < $limit
    UNWIND place[2] AS n
    WITH n, place[0] AS severity, place[1] AS depth, sign
    ORDER BY sign * severity, sign * depth, CASE WHEN $isBackward THEN '' ELSE n.key END, n.key DESC
    WITH collect([n, depth, severity])[0..$limit] AS page
    UNWIND page AS shown
    RETURN shown[0] AS n, shown[1] AS depth, shown[2] AS severity
  }
  OPTIONAL CALL (n, severity, inProduction, servingOther, rollbackTargets) {
    UNWIND CASE WHEN n:Deployment THEN [n] ELSE [(n)-[:DEPLOYED_AS/*: or-retracted */]->(deployed:Deployment) | deployed] END AS d
    WITH d WHERE d IN CASE severity WHEN 0 THEN inProduction WHEN 1 THEN servingOther WHEN 2 THEN rollbackTargets ELSE [] END
    RETURN d ORDER BY d.validFrom DESC, d.key LIMIT 1
  }
  RETURN 'AFFECTED' AS part, n, depth, severity, null AS kind, null AS count, d, [] AS unrecorded
}
OPTIONAL MATCH (d)-[:SERVED_AT]->(e:Endpoint)
/*: revision-at(d, $asOf) */
WITH part, n, depth, severity, kind, count, d, e, unrecorded, CASE WHEN v IS NULL THEN d ELSE v END AS state,
     CASE part WHEN 'AFFECTED' THEN
       [(root)-[u:USED_BY/*: or-retracted */]->(:Run)-[r:PRODUCED/*: or-retracted */]->(n) WHERE n:ModelVersion AND root.key IN $roots
          AND /*: is-flow(u, USED_BY, $asOf) */ AND /*: is-flow(r, PRODUCED, $asOf) */ | u.role] +
       [(root)-[u:USED_BY/*: or-retracted */]->(:Run)-[r:PRODUCED/*: or-retracted */]->(:ModelVersion)-[:DEPLOYED_AS/*: or-retracted */]->(n) WHERE root.key IN $roots
          AND /*: is-flow(u, USED_BY, $asOf) */ AND /*: is-flow(r, PRODUCED, $asOf) */ | u.role] END AS uses
RETURN part, severity, kind, count, n.key AS key, /*: title-at(n) */ AS title, n.recordedAt AS recordedAt, depth, /*: stub-at(n) */ AS isStub,
       CASE part WHEN 'ROOT' THEN /*: tombstoned-by(n, $asOf) */ END AS isTombstoned, unrecorded, uses,
       d.key AS deployment, d.title AS deploymentTitle, e.name AS endpoint, (/*: state-at(e) */).stage AS stage,
       state.trafficPercent AS trafficPercent, d.validFrom AS validFrom, state.validTo AS validTo
ORDER BY part, severity, depth, key
