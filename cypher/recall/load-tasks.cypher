// Loads the tasks of recalls. Open recall: each deployment downstream that has served at any time since it was opened, which
// includes later deployments. Closed recall: the resolved tasks.
// read
// $ids  [string]  of the recalls
// $at    present time, epoch ms
// $asOf  epoch ms, null for now
// -> owner (id of the recall), deployment (key), isServing, resolvedAt (epoch ms; null if open), resolution, resolvedBy
UNWIND $ids AS owner
CALL (owner) {
  MATCH (recall:Recall {id: owner})-[recalls:RECALLS]->(target)
  WHERE /*: open-at(recalls.recordedAt, recall.closedAt, $asOf) */ AND /*: recorded-by(recalls, $asOf) */
    AND /*: recorded-by(target, $asOf) */
  CALL (target) {
    // Planned as pruning breadth-first expansions. Copies in other namespaces are as bad.
    MATCH p = (target)-[:/*: flow-and-copies *//*: or-retracted */*0..]->(d)
    WHERE /*: walked-with-copies(p, $asOf) */
    RETURN d, min(length(p)) AS hops
    UNION ALL
    WITH target
    WHERE EXISTS { (target)-[:CONTAINS]->() }
    MATCH p = (target)-[:CONTAINS|/*: flow-and-copies *//*: or-retracted */*1..]->(d)
    WHERE /*: walked-with-copies(p, $asOf) */ AND /*: begins-with-member(p, target) */
    RETURN d, min(length(p)) AS hops
  }
  WITH DISTINCT recall, d
  WITH recall, d WHERE d:Deployment AND d.validFrom <= $at
  WITH recall, d, /*: state-at(d) */ AS state
  WHERE coalesce(state.validTo > recall.openedAt AND state.validTo > d.validFrom, true)
  RETURN recall, d
  UNION
  MATCH (recall:Recall {id: owner})-[resolved:AFFECTS]->(d)
  WHERE ($asOf IS NULL OR resolved.resolvedAt <= $asOf) AND /*: recorded-by(d, $asOf) */
  RETURN recall, d
}
OPTIONAL MATCH (recall)-[task:AFFECTS]->(d)
WHERE $asOf IS NULL OR task.resolvedAt <= $asOf
WITH owner, d, task, /*: state-at(d) */ AS state
RETURN owner, d.key AS deployment, /*: serves-at(d, state, $at) */ AS isServing,
       task.resolvedAt AS resolvedAt, task.resolution AS resolution, task.by AS resolvedBy
ORDER BY owner, resolvedAt IS NOT NULL, isServing DESC, deployment
