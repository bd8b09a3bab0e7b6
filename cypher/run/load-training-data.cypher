// Loads the snapshots that runs which produced model versions used with a training role.
// read
// $versionKeys  [string]
// -> owner (key of the version), and snapshot-columns
UNWIND $versionKeys AS owner
MATCH (:ModelVersion&Lineage {key: owner})<-[:PRODUCED]-(:Run)<-[u:USED_BY]-(s:DatasetSnapshot)
// Sources say training, train, train-set, …
WHERE toLower(u.role) STARTS WITH 'train'
WITH DISTINCT owner, s
RETURN owner,
       /*: snapshot-columns */
ORDER BY owner, key
