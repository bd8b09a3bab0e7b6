// Finds the aliases that a deletion of nodes would remove: the current aliases of model versions without a tombstone.
// read
// $keys  [string]
// -> modelKey, alias, versionKey
UNWIND $keys AS wanted
MATCH (v:ModelVersion&Lineage {key: wanted})<-[a:HAS_ALIAS]-(m:Model)
WHERE a.endedAt IS NULL AND v.tombstonedAt IS NULL
RETURN m.key AS modelKey, a.alias AS alias, v.key AS versionKey
ORDER BY modelKey, alias
