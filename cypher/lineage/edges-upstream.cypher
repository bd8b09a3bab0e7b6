// Finds every flow relationship that leads to some nodes, however far away: all paths that end there run along these,
// so that a shortest one can be chosen among them.
// read
// $keys    [string]
// $asOf    epoch ms, null for now
// $budget  nodes that are looked at at the most; one more than allowed tells that it was exceeded
// -> upstream, downstream (keys), kind, role ('' for none), inferred, recordedAt,
//    upstreamTitle, upstreamRecordedAt (of the node), reached (nodes looked at)
UNWIND $keys AS wanted
MATCH (end:Lineage {key: wanted})
// Planned as a pruning breadth-first walk: each node once for each end.
MATCH p = (end)<-[:/*: flow */*0..]-(n)
WHERE /*: walked-by(p, $asOf) */
WITH DISTINCT n LIMIT $budget
WITH collect(n) AS nodes
UNWIND nodes AS n
MATCH (n)<-[r:/*: flow */]-(u)
WHERE /*: recorded-by(r, $asOf) */
RETURN u.key AS upstream, n.key AS downstream, type(r) AS kind, coalesce(r.role, '') AS role,
       coalesce(r.inferred, false) AS inferred, r.recordedAt AS recordedAt,
       u.title AS upstreamTitle, u.recordedAt AS upstreamRecordedAt, size(nodes) AS reached
