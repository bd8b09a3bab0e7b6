// Loads environments by key, for the per-request loader. load-contents loads their contents.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> key, recordedAt, isStub, digest, imageUri, imageDigest, pythonVersion, pinned (false for a stub)
UNWIND $keys AS wanted
MATCH (e:Environment&Lineage {key: wanted})
WHERE /*: recorded-by(e, $asOf) */
WITH e, /*: state-at(e) */ AS state
RETURN e.key AS key, e.recordedAt AS recordedAt, coalesce(state.stub, false) AS isStub, e.version AS digest, state.imageUri AS imageUri, state.imageDigest AS imageDigest,
       state.pythonVersion AS pythonVersion, coalesce(state.pinned, false) AS pinned
