// Loads code commits by key, for the per-request loader.
// read
// $keys  [string]
// -> key, recordedAt, isStub, sha, dirty (false if unknown), patchDigest, message, author, committedAt (epoch ms), branch, tag
UNWIND $keys AS wanted
MATCH (c:CodeCommit&Lineage {key: wanted})
RETURN c.key AS key, c.recordedAt AS recordedAt, coalesce(c.stub, false) AS isStub, c.version AS sha, coalesce(c.dirty, false) AS dirty, c.patchDigest AS patchDigest,
       c.message AS message, c.author AS author, c.committedAt AS committedAt, c.branch AS branch, c.tag AS tag
