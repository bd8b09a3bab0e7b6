// Joins nodes with newly known content to the folders of their namespace that contain it.
// write
// $files [map]  key, contentKey, contentDigest, sequence
// $recordedAt  epoch ms
// -> the columns of join-part
UNWIND $files AS row
MATCH (file:Lineage {key: row.key})
MATCH (member:FolderMember {contentKey: row.contentKey})
MATCH (folder:Lineage {key: member.folder})
WHERE folder.retractedAt IS NULL
WITH file, folder, row.sequence AS sequence
/*: join-part(false) */
