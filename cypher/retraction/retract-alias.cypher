// Retracts the declaration that two names are one dataset, and the relationships and names that followed from it, unless other
// declarations still join both names.
// write
// $one, $other  keys of the datasets
// $recordedAt   epoch ms
// $sequence     ledger entry
// -> upstream, downstream (keys of the datasets)
MATCH (x:Dataset {key: $one})-[declared:ALIAS_OF]-(y:Dataset {key: $other})
CALL (declared) {
  WITH startNode(declared) AS a, declared AS r, endNode(declared) AS b
  /*: retract */
}
WITH DISTINCT x, y
CALL (x) {
  /*: declared-datasets(x, null) */
  RETURN collect(d) AS ours
}
CALL (y) {
  /*: declared-datasets(y, null) */
  RETURN collect(d) AS theirs
}
CALL (ours, theirs) {
  UNWIND CASE WHEN any(d IN theirs WHERE d IN ours) THEN [] ELSE ours END AS dataset
  MATCH (dataset)<-[:VERSION_OF]-(s)-[r:SAME_CONTENT {role: 'alias'}]-(t)-[:VERSION_OF]->(other)
  WHERE other IN theirs
  WITH startNode(r) AS a, r, endNode(r) AS b
  /*: retract */
}
CALL (ours, theirs) {
  UNWIND CASE WHEN any(d IN theirs WHERE d IN ours) THEN [] ELSE [[ours, theirs], [theirs, ours]] END AS pair
  WITH pair[0] AS datasets, [other IN pair[1] | other.key] AS names
  UNWIND datasets AS dataset
  MATCH (dataset)<-[:VERSION_OF]-(s)<-[:NAMES]-(o)
  WHERE o.datasetKey IN names AND o.retractedAt IS NULL
  SET o.retractedAt = $recordedAt
}
RETURN x.key AS upstream, y.key AS downstream
