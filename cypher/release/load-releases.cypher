// Loads releases by id.
// read
// $ids  [string]  UUIDs
// $asOf  epoch ms, null for now
// -> release-columns
UNWIND $ids AS wanted
MATCH (r:Release {id: wanted})
WHERE /*: release-at */
WITH r, /*: state-at(r) */ AS state
RETURN /*: release-columns */
