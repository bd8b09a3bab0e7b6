// Loads the training data of model versions: the snapshots that their producing runs used in a training role.
// read
// $versionKeys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the version), and snapshot-columns
UNWIND $versionKeys AS owner
MATCH (:ModelVersion&Lineage {key: owner})<-[p:PRODUCED/*: or-retracted */]-(:Run)<-[u:USED_BY/*: or-retracted */]-(s:DatasetSnapshot)
// Sources use roles such as training, train and train-set.
WHERE toLower(u.role) STARTS WITH 'train' AND /*: is-flow(u, USED_BY, $asOf) */ AND /*: is-flow(p, PRODUCED, $asOf) */
WITH DISTINCT owner, s
WITH owner, s, /*: state-at(s) */ AS state
RETURN owner,
       /*: snapshot-columns */
ORDER BY owner, key
