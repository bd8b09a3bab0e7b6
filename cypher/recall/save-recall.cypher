// Opens a recall of some lineage nodes.
// write
// $id, $by, $reason
// $targets     [string]  keys of the nodes
// $datasetKeys [string]  datasets that are recalled as a whole: later snapshots too
// $packageNames, $packageSpecifiers  [string]  parallel: packages that are recalled, '' for any version; later environments too
// $recordedAt  epoch ms
// $sequence    of the ledger entry
CREATE (recall:Recall {id: $id, state: 'OPEN', by: $by, reason: $reason, openedAt: $recordedAt, sequence: $sequence,
                       datasetKeys: $datasetKeys, packageNames: $packageNames, packageSpecifiers: $packageSpecifiers})
WITH recall
UNWIND $targets AS key
MATCH (n:Lineage {key: key})
CREATE (recall)-[:RECALLS {recordedAt: $recordedAt}]->(n)
