// Finds which of the wanted flow relationships exist or were retracted, so that the writer creates only missing ones. A repeated
// report does not undo a retraction.
// read (inside a write transaction)
// $edges [map]  kind, upstream, downstream (keys), role ('' for none)
// -> kind, upstream, downstream, role, isRetracted
UNWIND $edges AS wanted
MATCH (a:Lineage {key: wanted.upstream})
MATCH (b:Lineage {key: wanted.downstream})
// Finds both ends first, independent of statistics. From one end, each wanted edge would examine every edge of a hub.
CALL (a, b) {
  MATCH (a)-[r:/*: flow */|RETRACTED]->(b)
  RETURN r
}
WITH wanted, r
WHERE coalesce(r.kind, type(r)) = wanted.kind AND coalesce(r.role, '') = wanted.role
RETURN coalesce(r.kind, type(r)) AS kind, wanted.upstream AS upstream, wanted.downstream AS downstream, coalesce(r.role, '') AS role, type(r) = 'RETRACTED' AS isRetracted
