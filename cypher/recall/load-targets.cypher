// Loads the recalled nodes.
// read
// $ids  [string]  of the recalls
// -> owner (id of the recall), key, title, recordedAt, isStub (of the node)
UNWIND $ids AS owner
MATCH (:Recall {id: owner})-[:RECALLS]->(n:Lineage)
RETURN owner, n.key AS key, n.title AS title, n.recordedAt AS recordedAt, coalesce(n.stub, false) AS isStub
ORDER BY owner, key
