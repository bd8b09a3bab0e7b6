// Loads the tasks of recalls. Open recall: each deployment downstream that has served at any time since it was opened, which
// includes later deployments. Closed recall: the resolved tasks.
// read
// $ids  [string]  of the recalls
// $at   present time, epoch ms
// -> owner (id of the recall), deployment (key), isServing, resolvedAt (epoch ms; null if open), resolution, resolvedBy
UNWIND $ids AS owner
CALL (owner) {
  MATCH (recall:Recall {id: owner, state: 'OPEN'})-[:RECALLS]->(target)
  CALL (target) {
    // Planned as pruning breadth-first expansions. Copies in other namespaces are as bad.
    MATCH p = (target)-[:/*: flow-and-copies */*0..]->(d)
    RETURN d, min(length(p)) AS hops
    UNION ALL
    WITH target
    WHERE target.memberCount > 0
    MATCH p = (target)-[:CONTAINS|/*: flow-and-copies */*1..]->(d)
    WHERE /*: begins-with-member(p, target) */
    RETURN d, min(length(p)) AS hops
  }
  WITH DISTINCT recall, d
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
