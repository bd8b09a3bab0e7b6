// Creates an open recall of lineage nodes.
// write
// $id, $by, $reason
// $targets     [map]  key, isWatched (true for a node that is recalled only because a watched dataset contains it)
// $datasetKeys [string]  watched datasets: their later snapshots are recalled as well
// $packageNames, $packageSpecifiers  [string]  parallel; watched packages ('' for any version): later environments are recalled as well
// $recordedAt  epoch ms
// $sequence    of the ledger entry
CREATE (recall:Recall {id: $id, state: 'OPEN', by: $by, reason: $reason, openedAt: $recordedAt, sequence: $sequence,
                       datasetKeys: $datasetKeys, packageNames: $packageNames, packageSpecifiers: $packageSpecifiers})
WITH recall
UNWIND $targets AS row
MATCH (n:Lineage {key: row.key})
CREATE (recall)-[:RECALLS {recordedAt: $recordedAt, watched: row.isWatched}]->(n)
