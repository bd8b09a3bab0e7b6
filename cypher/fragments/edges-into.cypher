// Returns every relationship on a path that ends at one of the nodes, at unlimited distance.
// (Types, walked)  names of the fragments with the types of the relationships, and with the condition for a path
// $keys    [string]
// $asOf    epoch ms, null for now
// $budget  maximum number of nodes examined; one more than allowed shows that the limit was exceeded
// -> upstream, downstream (keys), kind, role ('' for none), inferred, recordedAt,
//    upstreamTitle, upstreamRecordedAt, upstreamIsStub (of the node), reached (number of nodes examined)
UNWIND $keys AS wanted
MATCH (end:Lineage {key: wanted})
// Planned as a pruning breadth-first expansion: each node once for each end.
MATCH p = (end)<-[:/*: Types *//*: or-retracted */*0..]-(n)
WHERE /*: walked(p, $asOf) */
WITH DISTINCT n LIMIT $budget
WITH collect(n) AS nodes
UNWIND nodes AS n
MATCH p = (n)<-[r:/*: Types *//*: or-retracted */]-(u)
WHERE /*: walked(p, $asOf) */
RETURN u.key AS upstream, n.key AS downstream, coalesce(r.kind, type(r)) AS kind, coalesce(r.role, '') AS role,
       coalesce(r.inferred, false) AS inferred, r.recordedAt AS recordedAt,
       /*: title-at(u) */ AS upstreamTitle, u.recordedAt AS upstreamRecordedAt, /*: stub-at(u) */ AS upstreamIsStub, size(nodes) AS reached
