// Finds the model versions that deleting nodes affects, and for each version whether one of the nodes is a direct or indirect
// input of it. Follows the same relationships as a deletion plan: from a folder also its members, and not to content that
// remains at another place. A node is not affected by its own deletion.
// read
// $targets  [string]  keys
// $limit    maximum number of rows; one more than allowed shows that the limit was exceeded
// $asOf     epoch ms, null for now
// -> key, input (the least key of a target that is a snapshot or a model version upstream of it, or null)
UNWIND $targets AS targetKey
MATCH (t:Lineage {key: targetKey})
CALL (t) {
  WITH [t] AS roots
  /*: downstream-of-deleted(roots) */
  // The label is tested afterwards: planned from the label's end, while nodes of the kind are few, each path would be expanded.
  WITH n WHERE n:ModelVersion
  RETURN n AS v
}
WITH t, v WHERE v <> t
WITH v, min(CASE WHEN t:DatasetSnapshot OR t:ModelVersion THEN t.key END) AS input
RETURN v.key AS key, input
LIMIT $limit
