// Lists the other nodes with the content of nodes in their namespace, and those that were declared to be the same.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> owner (key), key, title, recordedAt, isStub, isElsewhere (true if it is known to be at another place than the owner)
UNWIND $keys AS owner
MATCH (n:Lineage {key: owner})
CALL (n) {
  WITH n WHERE n.contentKey IS NOT NULL
  MATCH (identical:Lineage {contentKey: n.contentKey})
  RETURN identical
  UNION
  MATCH (n)-[same:SAME_CONTENT/*: or-retracted */]->(identical)
  WHERE /*: is-flow(same, SAME_CONTENT, $asOf) */
  RETURN identical
}
WITH owner, n, identical
WHERE identical <> n AND /*: recorded-by(identical, $asOf) */
RETURN owner, /*: light-node(identical) */,
       /*: is-elsewhere(identical, n) */ AND NOT EXISTS { (n)-[:SAME_CONTENT {role: 'alias'}]->(identical) } AS isElsewhere
ORDER BY owner, key
