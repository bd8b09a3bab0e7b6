// Retracts flow relationships, and what files of a folder inherited from them.
// write
// $edges [map]  upstream, downstream (keys), kind, role (null for any role)
// $recordedAt  epoch ms
// $sequence    ledger entry
// -> upstream, downstream (keys), kind, role ('' for none)
UNWIND $edges AS wanted
MATCH (from:Lineage {key: wanted.upstream})
MATCH (to:Lineage {key: wanted.downstream})
CALL (from, to, wanted) {
  MATCH (from)-[r:/*: flow */]->(to)
  WHERE type(r) = wanted.kind AND (wanted.role IS NULL OR coalesce(r.role, '') = wanted.role)
  RETURN r, to AS b
  UNION ALL
  // What a file inherited from the maker of a folder goes with it, unless another folder of the maker contains the file.
  MATCH (to)-[:CONTAINS]->(b)
  MATCH (from)-[r:PRODUCED|DERIVED_INTO|EMITTED]->(b)
  WHERE r.inferred AND type(r) = wanted.kind
    AND NOT EXISTS { MATCH (from)-[made:PRODUCED|DERIVED_INTO|EMITTED]->(folder)-[:CONTAINS]->(b) WHERE folder <> to AND type(made) = wanted.kind }
  RETURN r, b
}
WITH wanted, from AS a, b, r, type(r) AS kind, coalesce(r.role, '') AS role
SET b.codeCommitKey = CASE WHEN b.codeCommitKey = a.key THEN null ELSE b.codeCommitKey END,
    b.environmentKey = CASE WHEN b.environmentKey = a.key THEN null ELSE b.environmentKey END
/*: retract */
RETURN a.key AS upstream, b.key AS downstream, kind, role
