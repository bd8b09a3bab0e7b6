// Joins new folders to the recorded files that they contain: those of their namespace with the digest of a member.
// write
// $folders [map]  key, sequence
// $recordedAt  epoch ms
// -> the columns of join-part
UNWIND $folders AS row
MATCH (folder:Lineage {key: row.key})
MATCH (member:FolderMember {folder: row.key})
WHERE member.path IS NOT NULL AND member.contentKey IS NOT NULL
MATCH (file:Lineage {contentKey: member.contentKey})
WHERE file.retractedAt IS NULL
WITH folder, file, row.sequence AS sequence
/*: join-part(false) */
