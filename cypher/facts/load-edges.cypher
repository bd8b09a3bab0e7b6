// Finds which of the wanted flow relationships exist, for the writer to create only what is missing.
// read (inside a write transaction)
// $edges [map]  kind, upstream, downstream (keys), role ('' for none)
// -> kind, upstream, downstream, role
UNWIND $edges AS wanted
MATCH (a:Lineage {key: wanted.upstream})
MATCH (b:Lineage {key: wanted.downstream})
// Both ends are found first, whatever the statistics say: from one end alone each edge of a hub would be looked at for each wanted.
CALL (a, b) {
  MATCH (a)-[r:/*: flow */]->(b)
  RETURN r
}
WITH wanted, r
WHERE type(r) = wanted.kind AND coalesce(r.role, '') = wanted.role
RETURN type(r) AS kind, wanted.upstream AS upstream, wanted.downstream AS downstream, coalesce(r.role, '') AS role
