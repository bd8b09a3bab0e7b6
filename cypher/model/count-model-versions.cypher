// Counts the versions of each model.
// read
// $modelKeys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the model), count
UNWIND $modelKeys AS owner
MATCH (m:Model {key: owner})
RETURN owner, COUNT { (m)<-[:VERSION_OF]-(x) WHERE /*: recorded-by(x, $asOf) */ } AS count
