// Loads the recalled nodes.
// read
// $ids  [string]  of the recalls
// -> owner (id of the recall), key, title, recordedAt, isStub (of the node)
UNWIND $ids AS owner
MATCH (:Recall {id: owner})-[:RECALLS]->(n:Lineage)
RETURN owner, /*: light-node(n) */
ORDER BY owner, key
