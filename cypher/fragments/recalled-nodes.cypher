// Finds recalled: the nodes that open recalls were opened on and, of folders, their members. There are few.
// (asOf)  epoch ms, null for now
CALL () {
  MATCH (recall:Recall)-[recalls:RECALLS]->(target)
  WHERE recall.state IN CASE WHEN asOf IS NULL THEN ['OPEN'] ELSE ['OPEN', 'CLOSED'] END
    AND /*: open-at(recalls.recordedAt, recall.closedAt, asOf) */ AND /*: recorded-by(recalls, asOf) */ AND /*: recorded-by(target, asOf) */
  OPTIONAL MATCH (target)-[contains:CONTAINS]->(member)
  WHERE /*: recorded-by(contains, asOf) */
  WITH collect(DISTINCT target) AS targets, collect(DISTINCT member) AS members
  RETURN targets + members AS recalled
}
