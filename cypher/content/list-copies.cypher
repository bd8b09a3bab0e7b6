// Lists the nodes of other namespaces with the content of nodes and, of folders, their members.
// read
// $keys   [string]
// $asOf   epoch ms, null for now
// $limit  maximum number of rows for each node
// -> owner (key), key, title, recordedAt, isStub
UNWIND $keys AS owner
MATCH (n:Lineage {key: owner})
CALL (n) {
  CALL (n) {
    RETURN n AS part
    UNION ALL
    MATCH (n)-[contains:CONTAINS]->(part)
    WHERE /*: recorded-by(contains, $asOf) */
    RETURN part
  }
  WITH part
  WHERE part.contentDigest IS NOT NULL
  MATCH (copy:Lineage {contentDigest: part.contentDigest})
  // Another name of the same dataset is no copy.
  WHERE copy.contentKey <> part.contentKey AND NOT EXISTS { (part)-[:SAME_CONTENT {role: 'alias'}]->(copy) }
    AND /*: recorded-by(copy, $asOf) */
  RETURN DISTINCT copy ORDER BY copy.key LIMIT $limit
}
RETURN owner, /*: light-node(copy) */
ORDER BY owner, key
