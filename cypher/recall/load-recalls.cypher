// Loads recalls by id.
// read
// $ids  [string]
// $asOf  epoch ms, null for now
// -> recall-columns
UNWIND $ids AS wanted
MATCH (r:Recall {id: wanted})
WHERE $asOf IS NULL OR r.openedAt <= $asOf
RETURN /*: recall-columns */
