// Loads the tasks of recalls. Open recall: each deployment downstream that has served at any time since it was opened, which
// includes later deployments. Closed recall: the resolved tasks.
// read
// $ids  [string]  of the recalls
// $at   present time, epoch ms
// -> owner (id of the recall), deployment (key), isServing, resolvedAt (epoch ms; null if open), resolution, resolvedBy
UNWIND $ids AS owner
CALL (owner) {
  MATCH (recall:Recall {id: owner, state: 'OPEN'})-[:RECALLS]->(target)
  // Planned as a pruning breadth-first expansion.
  MATCH p = (target)-[:/*: flow */*0..]->(d)
  WITH recall, d, min(length(p)) AS hops
  WITH recall, d WHERE d:Deployment AND d.validFrom <= $at AND coalesce(d.validTo > recall.openedAt AND d.validTo > d.validFrom, true)
  RETURN recall, d
  UNION
  MATCH (recall:Recall {id: owner})-[:AFFECTS]->(d)
  RETURN recall, d
}
OPTIONAL MATCH (recall)-[task:AFFECTS]->(d)
RETURN owner, d.key AS deployment, /*: serves-at(d, d, $at) */ AS isServing,
       task.resolvedAt AS resolvedAt, task.resolution AS resolution, task.by AS resolvedBy
ORDER BY owner, resolvedAt IS NOT NULL, isServing DESC, deployment
