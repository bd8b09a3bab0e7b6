// Creates an open recall of lineage nodes.
// write
// $id, $by, $reason
// $targets     [string]  keys of the nodes
// $datasetKeys [string]  watched datasets: their later snapshots are recalled as well
// $packageNames, $packageSpecifiers  [string]  parallel; watched packages ('' for any version): later environments are recalled as well
// $recordedAt  epoch ms
// $sequence    of the ledger entry
CREATE (recall:Recall {id: $id, state: 'OPEN', by: $by, reason: $reason, openedAt: $recordedAt, sequence: $sequence,
                       datasetKeys: $datasetKeys, packageNames: $packageNames, packageSpecifiers: $packageSpecifiers})
WITH recall
UNWIND $targets AS key
MATCH (n:Lineage {key: key})
CREATE (recall)-[:RECALLS {recordedAt: $recordedAt}]->(n)
