// Joins the files of folders to the same folders under the other names of their datasets, in both directions.
// write
// $folders [map]  key, sequence
// $recordedAt  epoch ms
// -> the columns of join-part
UNWIND $folders AS row
MATCH (one:Lineage {key: row.key})-[:VERSION_OF]->(named:Dataset)
WHERE one.retractedAt IS NULL AND EXISTS { (named)-[:ALIAS_OF]-() }
MATCH (one)-[same:SAME_CONTENT]->(other)
WHERE same.role = 'alias'
UNWIND [[one, other], [other, one]] AS pair
WITH row.sequence AS sequence, pair[0] AS known, pair[1] AS folder
MATCH (known)-[contains:CONTAINS]->(file)
WHERE contains.retractedAt IS NULL
WITH folder, file, sequence
/*: join-part(true) */
