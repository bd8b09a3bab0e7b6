// Finds the versions that aliases of models point to now.
// read
// $wanted  [map]  modelKey, alias
// -> modelKey, alias, key (of the version)
UNWIND $wanted AS wanted
MATCH (m:Model {key: wanted.modelKey})-[a:HAS_ALIAS {alias: wanted.alias}]->(v:ModelVersion)
WHERE a.endedAt IS NULL
RETURN wanted.modelKey AS modelKey, wanted.alias AS alias, v.key AS key
