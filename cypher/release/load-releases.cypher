// Loads releases by id.
// read
// $ids  [string]  UUIDs
// -> release-columns
UNWIND $ids AS wanted
MATCH (r:Release {id: wanted})
RETURN /*: release-columns */
