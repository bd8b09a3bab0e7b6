// Loads the recalled nodes.
// read
// $ids  [string]  of the recalls
// $asOf  epoch ms, null for now
// -> owner (id of the recall), key, title, recordedAt, isStub (of the node)
UNWIND $ids AS owner
MATCH (:Recall {id: owner})-[recalls:RECALLS]->(n:Lineage)
WHERE /*: recorded-by(recalls, $asOf) */ AND /*: recorded-by(n, $asOf) */
RETURN owner, /*: light-node(n) */
ORDER BY owner, key
