// Records how a task of a recall was resolved.
// write
// $id          of the recall
// $deployment  key
// $by, $resolution
// $recordedAt  epoch ms
// $sequence    of the ledger entry
MATCH (recall:Recall {id: $id})
MATCH (d:Lineage {key: $deployment})
CREATE (recall)-[:AFFECTS {recordedAt: $recordedAt, resolvedAt: $recordedAt, by: $by, resolution: $resolution, sequence: $sequence}]->(d)
