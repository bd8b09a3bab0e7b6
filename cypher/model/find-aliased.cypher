// Finds the versions that aliases of models point to.
// read
// $wanted  [map]  modelKey, alias
// $asOf    epoch ms, null for now
// -> modelKey, alias, key (of the version)
UNWIND $wanted AS wanted
MATCH (m:Model {key: wanted.modelKey})-[a:HAS_ALIAS {alias: wanted.alias}]->(v:ModelVersion)
WHERE /*: open-at(a.recordedAt, a.endedAt, $asOf) */
RETURN wanted.modelKey AS modelKey, wanted.alias AS alias, v.key AS key
