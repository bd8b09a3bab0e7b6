// Loads code commits by key, for the per-request loader.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> key, recordedAt, isStub, sha, dirty (false if unknown), patchDigest, message, author, committedAt (epoch ms), branch, tag
UNWIND $keys AS wanted
MATCH (c:CodeCommit&Lineage {key: wanted})
WHERE /*: recorded-by(c, $asOf) */
WITH c, /*: state-at(c) */ AS state
RETURN c.key AS key, c.recordedAt AS recordedAt, coalesce(state.stub, false) AS isStub, c.version AS sha, coalesce(state.dirty, false) AS dirty, state.patchDigest AS patchDigest,
       state.message AS message, state.author AS author, state.committedAt AS committedAt, state.branch AS branch, state.tag AS tag
