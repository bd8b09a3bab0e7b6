// Loads the evidence for rebuilding model versions, runs and snapshots: the run that produced each, with its commit,
// environment and command; and the upstream inputs that are tombstoned or have no digest.
// read
// $keys  [string]
// $asOf  epoch ms, null for now: only nodes, relationships and tombstones recorded until then count
// -> key, run (the first recorded producer; of a run, itself), isRunStub, isRunTombstoned, hasCommand,
//    commit, isDirty (null if not recorded), hasPatch, isCommitTombstoned,
//    environment, isPinned (null for a stub), isEnvironmentTombstoned,
//    tombstonedInputs, undigestedInputs (keys of snapshots and model versions upstream, without the node itself)
UNWIND $keys AS wanted
MATCH (s:Lineage {key: wanted})
WHERE /*: recorded-by(s, $asOf) */
WITH s, CASE WHEN s:Run THEN s ELSE head(COLLECT {
  MATCH (s)<-[p:PRODUCED/*: or-retracted */]-(r:Run) WHERE coalesce(p.kind, 'PRODUCED') = 'PRODUCED' AND /*: flows-at(p, $asOf) */
  RETURN r ORDER BY p.sequence, r.key LIMIT 1
}) END AS run
// If a run was reported with several commits or environments, the least key is used, as everywhere.
WITH s, run,
     head(COLLECT { MATCH (run)<-[u:USED_BY/*: or-retracted */]-(c:CodeCommit) WHERE /*: flows-at(u, $asOf) */ RETURN c ORDER BY c.key LIMIT 1 }) AS commit,
     head(COLLECT { MATCH (run)<-[u:USED_BY/*: or-retracted */]-(e:Environment) WHERE /*: flows-at(u, $asOf) */ RETURN e ORDER BY e.key LIMIT 1 }) AS environment
CALL (s) {
  // Planned as a pruning breadth-first expansion: each node once, whatever the number of paths.
  MATCH p = (s)<-[:/*: flow *//*: or-retracted */*1..]-(n)
  WHERE /*: walked-by(p, $asOf) */
  WITH s, n, min(length(p)) AS depth
  // The label is tested afterwards: planned from the label's end, while nodes of the kind are few, each path would be expanded.
  WHERE (n:DatasetSnapshot OR n:ModelVersion) AND n <> s
  WITH n.key AS key, /*: tombstoned-by(n, $asOf) */ AS isTombstoned, n.digest IS NULL AND n.artifactDigest IS NULL AS isUndigested
  RETURN collect(CASE WHEN isTombstoned THEN key END) AS tombstonedInputs, collect(CASE WHEN isUndigested THEN key END) AS undigestedInputs
}
RETURN s.key AS key, run.key AS run, coalesce(run.stub, false) AS isRunStub, /*: tombstoned-by(run, $asOf) */ AS isRunTombstoned,
       run.command IS NOT NULL AS hasCommand,
       commit.key AS commit, commit.dirty AS isDirty, commit.patchDigest IS NOT NULL AS hasPatch,
       /*: tombstoned-by(commit, $asOf) */ AS isCommitTombstoned,
       environment.key AS environment, environment.pinned AS isPinned,
       /*: tombstoned-by(environment, $asOf) */ AS isEnvironmentTombstoned,
       tombstonedInputs, undigestedInputs
