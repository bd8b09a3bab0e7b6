// Loads the tasks of recalls: of an open one each deployment downstream that served at any moment since it was opened, so
// that those which appear later become tasks by themselves; of a closed one those that were resolved.
// read
// $ids  [string]  of the recalls
// $at   epoch ms: the present
// -> owner (id of the recall), deployment (key), isServing, resolvedAt (epoch ms, null while it is open), resolution, resolvedBy
UNWIND $ids AS owner
CALL (owner) {
  MATCH (recall:Recall {id: owner, state: 'OPEN'})-[:RECALLS]->(target)
  // Planned as a pruning breadth-first walk.
  MATCH p = (target)-[:USED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|EMITTED*0..]->(d)
  WITH recall, d, min(length(p)) AS hops
  WITH recall, d WHERE d:Deployment AND d.validFrom <= $at AND coalesce(d.validTo > recall.openedAt AND d.validTo > d.validFrom, true)
  RETURN recall, d
  UNION
  MATCH (recall:Recall {id: owner})-[:AFFECTS]->(d)
  RETURN recall, d
}
OPTIONAL MATCH (recall)-[task:AFFECTS]->(d)
RETURN owner, d.key AS deployment, d.validFrom <= $at AND coalesce($at < d.validTo, true) AS isServing,
       task.resolvedAt AS resolvedAt, task.resolution AS resolution, task.by AS resolvedBy
ORDER BY owner, resolvedAt IS NOT NULL, isServing DESC, deployment
