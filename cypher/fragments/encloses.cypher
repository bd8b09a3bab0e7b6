// True if one folder is inside another one, at a path of it: all of its files are there.
// (inner, outer, path)
inner.memberCount > 0 AND outer.memberCount >= inner.memberCount AND inner.retractedAt IS NULL AND outer.retractedAt IS NULL
AND NOT EXISTS {
  MATCH (member:FolderMember {folder: inner.key})
  WHERE member.path IS NOT NULL AND NOT EXISTS {
    MATCH (same:FolderMember {folder: outer.key, path: path + '/' + member.path})
    // Empty files have no content key, whatever their digests.
    WHERE same.digest = member.digest OR (same.contentKey IS NULL AND member.contentKey IS NULL)
  }
}
