// Finds the model versions downstream of some nodes, and for each whether one of those is an input, direct or not, of
// what it was made by. A node is not downstream of itself.
// read
// $targets  [string]  keys
// $limit    rows at most; one more than allowed tells that there are too many
// -> key, input (the least key of a target that is a snapshot or a model version upstream of it, or null)
UNWIND $targets AS target
MATCH (t:Lineage {key: target})
// Planned as a pruning breadth-first walk: each node once for each target, however many paths lead there.
MATCH p = (t)-[:/*: flow */*1..]->(v)
WITH t, v, min(length(p)) AS depth
// The kind is looked at afterwards: planned from the label's end, while there are few of the kind, each path would be walked.
WHERE v:ModelVersion AND v <> t
WITH v, min(CASE WHEN t:DatasetSnapshot OR t:ModelVersion THEN t.key END) AS input
RETURN v.key AS key, input
LIMIT $limit
