// Joins folders to the recorded files that they contain in the namespaces of their other names.
// write
// $folders [map]  key, sequence
// $recordedAt  epoch ms
// -> the columns of join-part
UNWIND $folders AS row
MATCH (folder:Lineage {key: row.key})-[:VERSION_OF]->(named:Dataset)
WHERE folder.memberCount > 0 AND folder.retractedAt IS NULL AND EXISTS { (named)-[:ALIAS_OF]-() }
/*: declared-datasets(named, null) */
WITH DISTINCT folder, row.sequence AS sequence, d.namespace AS namespace
WHERE namespace <> folder.namespace
MATCH (member:FolderMember {folder: folder.key})
WHERE member.path IS NOT NULL
// A content key is a digest, a space and a namespace.
MATCH (file:Lineage {contentKey: left(member.contentKey, size(member.contentKey) - size(folder.namespace)) + namespace})
WHERE file.retractedAt IS NULL
WITH folder, file, sequence
/*: join-part(true) */
