// Closes a recall.
// write
// $id
// $recordedAt  epoch ms
MATCH (recall:Recall {id: $id})
SET recall.state = 'CLOSED', recall.closedAt = $recordedAt
