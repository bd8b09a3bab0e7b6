// Declares that two names are one dataset. Creates the dataset of a name that is not recorded yet.
// write
// $dataset, $alias [map]  key, namespace, name, nameForm
// $recordedAt  epoch ms
// $sequence    ledger entry
// -> snapshots (keys of all snapshots of the alias)
MERGE (d:Dataset {key: $dataset.key})
ON CREATE SET d.namespace = $dataset.namespace, d.name = $dataset.name, d.nameForm = $dataset.nameForm, d.recordedAt = $recordedAt, d.sequence = $sequence
MERGE (alias:Dataset {key: $alias.key})
ON CREATE SET alias.namespace = $alias.namespace, alias.name = $alias.name, alias.nameForm = $alias.nameForm, alias.recordedAt = $recordedAt, alias.sequence = $sequence
MERGE (alias)-[declared:ALIAS_OF]->(d)
ON CREATE SET declared.recordedAt = $recordedAt, declared.sequence = $sequence
RETURN COLLECT { MATCH (alias)<-[:VERSION_OF]-(s) RETURN s.key } AS snapshots
