// Joins nodes with newly known content to the folders that contain it and have another name in their namespace.
// write
// $files [map]  key, contentKey, contentDigest, sequence
// $recordedAt  epoch ms
// -> the columns of join-part
UNWIND $files AS row
MATCH (file:Lineage {key: row.key})
WITH file.namespace AS namespace, collect({file: file, row: row}) AS files
MATCH (named:Dataset {declaredIn: namespace})
/*: declared-datasets(named, null) */
WITH namespace, files, d WHERE d.namespace <> namespace
WITH d.namespace AS otherNamespace, files, collect(DISTINCT d.key) AS datasets
UNWIND files AS one
MATCH (member:FolderMember {contentKey: one.row.contentDigest + ' ' + otherNamespace})
MATCH (folder:Lineage {key: member.folder})
WHERE folder.retractedAt IS NULL AND folder.datasetKey IN datasets
WITH one.file AS file, folder, one.row.sequence AS sequence
/*: join-part(true) */
