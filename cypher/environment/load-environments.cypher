// Loads environments by key, for the per-request loader. load-contents loads their contents.
// read
// $keys  [string]
// -> key, recordedAt, isStub, digest, imageUri, imageDigest, pythonVersion, pinned (false for a stub)
UNWIND $keys AS wanted
MATCH (e:Environment&Lineage {key: wanted})
RETURN e.key AS key, e.recordedAt AS recordedAt, coalesce(e.stub, false) AS isStub, e.version AS digest, e.imageUri AS imageUri, e.imageDigest AS imageDigest,
       e.pythonVersion AS pythonVersion, coalesce(e.pinned, false) AS pinned
