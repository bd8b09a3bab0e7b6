// The state of r, a Recall.
// $asOf  epoch ms, null for now
CASE WHEN r.closedAt > $asOf THEN 'OPEN' ELSE r.state END
