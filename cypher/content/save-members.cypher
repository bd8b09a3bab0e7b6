// Saves the members of folders.
// write
// $rows [map]  folder (key), path, digest, sizeBytes, contentKey (null for a file without bytes)
UNWIND $rows AS row
CREATE (:FolderMember {folder: row.folder, path: row.path, digest: row.digest, sizeBytes: row.sizeBytes, contentKey: row.contentKey})
