// Retracts r, a flow relationship from a to b: it is kept for questions about earlier times.
// $recordedAt  epoch ms
// $sequence    ledger entry
CREATE (a)-[:RETRACTED {kind: type(r), role: r.role, inferred: r.inferred, recordedAt: r.recordedAt, sequence: r.sequence,
                        retractedAt: $recordedAt, retractedSequence: $sequence}]->(b)
DELETE r
