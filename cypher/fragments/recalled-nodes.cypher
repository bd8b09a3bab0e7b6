// Finds recalled: the nodes that open recalls were opened on. There are few.
// (asOf)  epoch ms, null for now
CALL () {
  MATCH (recall:Recall)-[recalls:RECALLS]->(target)
  WHERE recall.state IN CASE WHEN asOf IS NULL THEN ['OPEN'] ELSE ['OPEN', 'CLOSED'] END
    AND /*: open-at(recalls.recordedAt, recall.closedAt, asOf) */
  RETURN collect(DISTINCT target) AS recalled
}
