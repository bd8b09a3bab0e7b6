// Loads recalls by id.
// read
// $ids  [string]
// -> recall-columns
UNWIND $ids AS wanted
MATCH (r:Recall {id: wanted})
RETURN /*: recall-columns */
