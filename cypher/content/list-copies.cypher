// Lists the nodes of other namespaces with the content of nodes and, of folders, their members.
// read
// $keys   [string]
// $limit  maximum number of rows for each node
// -> owner (key), key, title, recordedAt, isStub
UNWIND $keys AS owner
MATCH (n:Lineage {key: owner})
CALL (n) {
  CALL (n) {
    RETURN n AS part
    UNION ALL
    MATCH (n)-[:CONTAINS]->(part)
    RETURN part
  }
  WITH part
  WHERE part.contentDigest IS NOT NULL
  MATCH (copy:Lineage {contentDigest: part.contentDigest})
  // Another name of the same dataset is no copy.
  WHERE copy.contentKey <> part.contentKey AND NOT EXISTS { (part)-[:SAME_CONTENT {role: 'alias'}]->(copy) }
  RETURN DISTINCT copy ORDER BY copy.key LIMIT $limit
}
RETURN owner, copy.key AS key, copy.title AS title, copy.recordedAt AS recordedAt, coalesce(copy.stub, false) AS isStub
ORDER BY owner, key
