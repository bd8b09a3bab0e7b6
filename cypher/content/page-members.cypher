// Lists a page of the files of a folder, ordered by path.
// read
// $folder  key
// the parameters of after-key
// $limit  maximum number of rows
// -> path, digest, sizeBytes, contentKey (null for a file without bytes)
MATCH (member:FolderMember {folder: $folder})
WHERE member.path IS NOT NULL AND /*: after-key(member.path) */
RETURN member.path AS path, member.digest AS digest, member.sizeBytes AS sizeBytes, member.contentKey AS contentKey
ORDER BY /*: by-key(path) */
LIMIT $limit
