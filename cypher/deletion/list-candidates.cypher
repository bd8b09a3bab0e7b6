// Lists a page of the snapshots whose deletion would be ALLOWED: registered, not tombstoned, and without anything downstream
// of severity PENDING_RELEASE or worse. Largest first, unknown sizes last, then by key; with the totals of the whole list.
// Starts at the blockers and expands upstream, because blockers are few and snapshots are many.
// read
// $at              epoch ms: the time at which deployments serve or not
// $prefix          prefix of the keys: that of a namespace, or of all snapshots
// $recordedBefore  epoch ms, null for all
// $afterSize, $afterKey  position after which the page starts, in its direction; nulls for the first page
// $isBackward      true for a page from the end of the list
// $limit           maximum number of rows; 0 for the totals alone
// -> total, totalBytes (sum of the known sizes), on every row; key, recordedAt, size (-1 if unknown),
//    all null on the one row of an empty page
CALL () {
  CALL () {
    // Serving deployments and rollback targets, by the same rules as impact/impact.
    OPTIONAL MATCH (recall:Recall {state: 'OPEN'})-[:RECALLS]->(target)
    WITH collect(DISTINCT target) AS recalled
    MATCH (e:Endpoint) WHERE e.key STARTS WITH 'endpoint:'
    MATCH (e)<-[:SERVED_AT]-(d:Deployment)
    WHERE d.tombstonedAt IS NULL
    OPTIONAL MATCH (m:ModelVersion)-[:DEPLOYED_AS]->(d)
    WITH recalled, e, d, m, d.validFrom <= $at AND coalesce($at < d.validTo, true) AS serves,
         d.validTo <= $at AND d.validTo > d.validFrom AND d.endReason <> 'ROLLED_BACK' AS hasEndedWell, d.trafficPercent > 0 AS hasTraffic, m.tombstonedAt IS NULL AS isModelThere
    ORDER BY d.validFrom DESC, d.key
    WITH recalled, e, collect(CASE WHEN serves THEN [d, m, hasTraffic, isModelThere] END) AS serving,
         collect(CASE WHEN NOT serves AND hasEndedWell AND hasTraffic AND isModelThere THEN [d, m] END) AS ended
    WHERE size(serving) > 0
    WITH recalled, serving, [s IN serving | s[0].modelVersionKey] AS served, [s IN serving WHERE s[2] | s[0].modelVersionKey][0] AS newest, ended
    WITH recalled, serving, [s IN serving WHERE s[2] AND s[3] AND s[0].modelVersionKey <> newest] AS sharing,
         [c IN ended WHERE NOT c[0].modelVersionKey IN served] AS candidates
    CALL (recalled, sharing, candidates) {
      UNWIND CASE WHEN size(recalled) = 0 THEN [] ELSE sharing + candidates END AS candidate
      WITH DISTINCT recalled, candidate[1] AS m
      MATCH p = (m)<-[:USED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|EMITTED*0..]-(upstream)
      WITH recalled, m, upstream, min(length(p)) AS hops
      WITH m WHERE upstream IN recalled
      RETURN collect(DISTINCT m) AS recalledModels
    }
    UNWIND [s IN serving | s[0]] + CASE WHEN any(s IN sharing WHERE NOT s[1] IN recalledModels) THEN [] ELSE [c IN candidates WHERE NOT c[1] IN recalledModels | c[0]][0..1] END AS decisive
    MATCH (start)-[:USED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|EMITTED]->(decisive)
    RETURN start
    UNION
    MATCH (release:Release) WHERE release.state IN ['PROPOSED', 'APPROVED']
    MATCH (release)-[:PROPOSES]->(start:ModelVersion)
    WHERE release.closedAt IS NULL AND start.tombstonedAt IS NULL
    RETURN start
  }
  // Planned as a pruning breadth-first walk: each snapshot once for each node that the walk begins at.
  MATCH (start)<-[:USED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|EMITTED*0..]-(s)
  // The label is tested afterwards: planned from the label's end, while nodes of the kind are few, each path would be expanded.
  WITH DISTINCT s WHERE s:DatasetSnapshot
  RETURN s, true AS isBlocked
  UNION ALL
  MATCH (s:DatasetSnapshot&Lineage)
  WHERE s.key STARTS WITH $prefix AND NOT coalesce(s.stub, false) AND s.tombstonedAt IS NULL
    AND ($recordedBefore IS NULL OR s.recordedAt < $recordedBefore)
  RETURN s, false AS isBlocked
}
// A snapshot without a row of the first part has no blocker.
WITH s, max(isBlocked) AS isBlocked WHERE NOT isBlocked
WITH collect(s) AS candidates, count(s) AS total, sum(s.sizeBytes) AS totalBytes
OPTIONAL CALL (candidates) {
  UNWIND candidates AS s
  WITH s, coalesce(s.sizeBytes, -1) AS size
  WHERE $afterKey IS NULL OR CASE WHEN $isBackward THEN size > $afterSize OR (size = $afterSize AND s.key < $afterKey)
                                  ELSE size < $afterSize OR (size = $afterSize AND s.key > $afterKey) END
  RETURN s, size
  ORDER BY CASE WHEN $isBackward THEN size ELSE -size END, CASE WHEN $isBackward THEN '' ELSE s.key END, CASE WHEN $isBackward THEN s.key ELSE '' END DESC
  LIMIT $limit
}
RETURN total, totalBytes, s.key AS key, s.recordedAt AS recordedAt, size
ORDER BY CASE WHEN $isBackward THEN size ELSE -size END, CASE WHEN $isBackward THEN '' ELSE key END, CASE WHEN $isBackward THEN key ELSE '' END DESC
