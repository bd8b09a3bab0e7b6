// Finds the model versions downstream of nodes, and for each version whether one of the nodes is a direct or indirect input
// of it. A node is not downstream of itself.
// read
// $targets  [string]  keys
// $limit    maximum number of rows; one more than allowed shows that the limit was exceeded
// -> key, input (the least key of a target that is a snapshot or a model version upstream of it, or null)
UNWIND $targets AS target
MATCH (t:Lineage {key: target})
// Planned as a pruning breadth-first expansion: each node once for each target, whatever the number of paths.
MATCH p = (t)-[:/*: flow */*1..]->(v)
WITH t, v, min(length(p)) AS depth
// The label is tested afterwards: planned from the label's end, while nodes of the kind are few, each path would be expanded.
WHERE v:ModelVersion AND v <> t
WITH v, min(CASE WHEN t:DatasetSnapshot OR t:ModelVersion THEN t.key END) AS input
RETURN v.key AS key, input
LIMIT $limit
