// Loads the training data of model versions: the snapshots that their producing runs used in a training role.
// read
// $versionKeys  [string]
// -> owner (key of the version), and snapshot-columns
UNWIND $versionKeys AS owner
MATCH (:ModelVersion&Lineage {key: owner})<-[:PRODUCED]-(:Run)<-[u:USED_BY]-(s:DatasetSnapshot)
// Sources use roles such as training, train and train-set.
WHERE toLower(u.role) STARTS WITH 'train'
WITH DISTINCT owner, s
RETURN owner,
       /*: snapshot-columns */
ORDER BY owner, key
