// Retracts nodes: every flow relationship of them, what files inherited from them as folders, their place in lists and in the
// search.
// write
// $keys [string]
// $recordedAt  epoch ms
// $sequence    ledger entry
// -> key, contentKey, contentDigest (as it was; null if unknown)
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
WHERE n.retractedAt IS NULL
CALL (n) {
  // What a file inherited from the maker of the folder goes with it, unless another folder of the maker contains the file.
  MATCH (a)-[made:PRODUCED|DERIVED_INTO|EMITTED]->(n)-[:CONTAINS]->(b)
  MATCH (a)-[r:PRODUCED|DERIVED_INTO|EMITTED]->(b)
  WHERE r.inferred AND type(r) = type(made)
    AND NOT EXISTS { MATCH (a)-[other:PRODUCED|DERIVED_INTO|EMITTED]->(folder)-[:CONTAINS]->(b) WHERE folder <> n AND type(other) = type(made) }
  WITH DISTINCT a, r, b
  /*: retract */
}
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
