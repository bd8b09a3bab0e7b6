// Retracts flow relationships.
// write
// $edges [map]  upstream, downstream (keys), kind, role (null for any role)
// $recordedAt  epoch ms
// $sequence    ledger entry
// -> upstream, downstream (keys), kind, role ('' for none)
UNWIND $edges AS wanted
MATCH (from:Lineage {key: wanted.upstream})
MATCH (to:Lineage {key: wanted.downstream})
MATCH (from)-[r:/*: flow */]->(to)
WHERE type(r) = wanted.kind AND (wanted.role IS NULL OR coalesce(r.role, '') = wanted.role)
WITH from AS a, to AS b, r, type(r) AS kind, coalesce(r.role, '') AS role
/*: retract */
RETURN a.key AS upstream, b.key AS downstream, kind, role
