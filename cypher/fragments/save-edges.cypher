// Creates relationships of one type that the writer found missing under the ledger's lock.
// (Type)
// $edges [map]  upstream, downstream (keys), role ('' for none), sequence
// $recordedAt  epoch ms
UNWIND $edges AS edge
MATCH (a:Lineage {key: edge.upstream})
MATCH (b:Lineage {key: edge.downstream})
CREATE (a)-[:Type {role: edge.role, recordedAt: $recordedAt, sequence: edge.sequence}]->(b)
