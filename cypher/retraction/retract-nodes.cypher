// Retracts nodes: every flow relationship of them, their place in lists and in the search.
// write
// $keys [string]
// $recordedAt  epoch ms
// $sequence    ledger entry
// -> key, contentKey, contentDigest (as it was; null if unknown)
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
WHERE n.retractedAt IS NULL
CALL (n) {
  MATCH (member:FolderMember {folder: n.key})
  WHERE member.path IS NOT NULL
  SET member.contentKey = null
}
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
  MATCH (n)-[r:VERSION_OF|SERVED_AT|CONTAINS|COPIED_AS]-()
  DELETE r
}
WITH n, n.contentKey AS contentKey, n.contentDigest AS contentDigest
SET n.retractedAt = $recordedAt, n.searchWords = null, n.contentKey = null, n.contentDigest = null, n.centreOf = null, n.originOf = null
RETURN n.key AS key, contentKey, contentDigest
