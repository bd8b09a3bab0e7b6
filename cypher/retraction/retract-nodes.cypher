// Retracts nodes: every flow relationship of them, their aliases, and their place in answers. Everything remains for questions about earlier times.
// write
// $keys [string]
// $by, $reason
// $recordedAt  epoch ms
// $sequence    ledger entry
// -> key, endpointKey (of a deployment), contentKey, contentDigest (null if unknown), affected (keys of the nodes that may have
//    recorded it as their upstream)
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
WHERE n.retractedAt IS NULL
WITH n, COLLECT { MATCH (n)-[:PRODUCED|USED_BY]->(b) RETURN b.key } + COLLECT { MATCH (n)<-[:PARENT_RUN]-(run) RETURN run.key } AS affected
CALL (n) {
  OPTIONAL MATCH (a)-[r:/*: flow */]->(n)
  WITH a, r, n AS b WHERE r IS NOT NULL
  /*: retract */
}
CALL (n) {
  OPTIONAL MATCH (n)-[r:/*: flow */]->(b)
  WITH n AS a, r, b WHERE r IS NOT NULL
  /*: retract */
}
CALL (n) {
  MATCH (n)-[r:CONTAINS|COPIED_AS]-()
  WHERE r.retractedAt IS NULL
  SET r.retractedAt = $recordedAt, r.retractedSequence = $sequence
}
CALL (n) {
  /*: end-aliases(n) */
}
SET n.retractedAt = $recordedAt, n.retractedSequence = $sequence, n.retractedBy = $by, n.retractionReason = $reason,
    n.centreOf = null, n.originOf = null
RETURN n.key AS key, n.endpointKey AS endpointKey, n.contentKey AS contentKey, n.contentDigest AS contentDigest, affected
