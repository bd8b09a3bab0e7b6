// Finds every flow relationship between nodes. Expands upstream, because a node has few inputs but may have many uses.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> upstream, downstream (keys), kind, role ('' for none), inferred, recordedAt
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
// Expands before it compares keys, independent of statistics. Otherwise a plan may try each pair of wanted nodes.
CALL (n) {
  MATCH (n)<-[r:/*: flow *//*: or-retracted */]-(u:Lineage)
  WHERE /*: flows-at(r, $asOf) */
  RETURN r, u
}
WITH wanted, r, u WHERE u.key IN $keys
RETURN u.key AS upstream, wanted AS downstream, coalesce(r.kind, type(r)) AS kind, coalesce(r.role, '') AS role,
       coalesce(r.inferred, false) AS inferred, r.recordedAt AS recordedAt
ORDER BY downstream, upstream, kind, role
