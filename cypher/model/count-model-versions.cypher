// Counts the versions of each model.
// read
// $modelKeys  [string]
// -> owner (key of the model), count
UNWIND $modelKeys AS owner
MATCH (m:Model {key: owner})
RETURN owner, COUNT { (m)<-[:VERSION_OF]-() } AS count
