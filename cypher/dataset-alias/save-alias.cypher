// Declares that two names are one dataset. Creates the dataset of a name that is not recorded yet.
// write
// $dataset, $alias [map]  key, namespace, name, nameForm
// $recordedAt  epoch ms
// $sequence    ledger entry
// -> key, datasetKey (of each snapshot, under every name that is declared to be the same)
MERGE (one:Dataset {key: $dataset.key})
ON CREATE SET one.namespace = $dataset.namespace, one.name = $dataset.name, one.nameForm = $dataset.nameForm, one.recordedAt = $recordedAt, one.sequence = $sequence
MERGE (alias:Dataset {key: $alias.key})
ON CREATE SET alias.namespace = $alias.namespace, alias.name = $alias.name, alias.nameForm = $alias.nameForm, alias.recordedAt = $recordedAt, alias.sequence = $sequence
SET one.declaredIn = one.namespace, alias.declaredIn = alias.namespace
WITH one, alias
CALL (one, alias) {
  WITH one, alias WHERE NOT EXISTS { (alias)-[:ALIAS_OF]-(one) }
  CREATE (alias)-[:ALIAS_OF {recordedAt: $recordedAt, sequence: $sequence}]->(one)
}
/*: declared-datasets(one, null) */
MATCH (d)<-[:VERSION_OF]-(s)
WHERE s.retractedAt IS NULL
RETURN s.key AS key, d.key AS datasetKey
