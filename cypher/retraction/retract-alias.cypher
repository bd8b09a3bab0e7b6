// Retracts the declaration that two names are one dataset, and the relationships that followed from it.
// write
// $one, $other  keys of the datasets
// $recordedAt   epoch ms
// $sequence     ledger entry
// -> upstream, downstream (keys of the datasets)
MATCH (x:Dataset {key: $one})-[declared:ALIAS_OF]-(y:Dataset {key: $other})
DELETE declared
WITH x, y
CALL (x, y) {
  MATCH (x)<-[:VERSION_OF]-(a)-[r:SAME_CONTENT {role: 'alias'}]-(other)-[:VERSION_OF]->(y)
  WITH startNode(r) AS a, r, endNode(r) AS b
  /*: retract */
}
RETURN DISTINCT x.key AS upstream, y.key AS downstream
