// Saves names by which search finds snapshots: those under the other names of their datasets.
// write
// $rows [map]  key (of the snapshot), dataset (key of the other name), name (key of the snapshot under it), searchWords,
//              recordedAt (epoch ms), sequence
UNWIND $rows AS row
MATCH (s:Lineage {key: row.key})
WHERE NOT EXISTS { MATCH (s)<-[:NAMES]-(o) WHERE o.datasetKey = row.dataset AND o.retractedAt IS NULL }
CREATE (:OtherName {key: row.name, datasetKey: row.dataset, searchWords: row.searchWords, recordedAt: row.recordedAt,
                    sequence: row.sequence})-[:NAMES]->(s)
