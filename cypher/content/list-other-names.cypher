// Lists the other names of the datasets of snapshots.
// read (inside a write transaction)
// $rows [map]  key, sequence (returned with each name)
// -> key (of the snapshot), sequence, dataset (key of a dataset that was declared to be the same)
UNWIND $rows AS row
MATCH (s:Lineage {key: row.key})
WHERE s.retractedAt IS NULL
MATCH (s)-[:VERSION_OF]->(named:Dataset)
WHERE EXISTS { (named)-[:ALIAS_OF]-() }
/*: declared-datasets(named, null) */
WITH row, named, d WHERE d <> named
RETURN row.key AS key, row.sequence AS sequence, d.key AS dataset
