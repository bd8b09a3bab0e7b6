// Retracts what files inherited from makers of folders, unless such a folder remains.
// write
// $inherited [map]  maker, file (keys)
// $recordedAt  epoch ms
// $sequence    ledger entry
// -> upstream, downstream (keys), kind, role ('' for none)
UNWIND $inherited AS one
MATCH (a:Lineage {key: one.maker})
MATCH (b:Lineage {key: one.file})
CALL (a, b) {
  MATCH (a)-[r:PRODUCED|DERIVED_INTO|EMITTED]->(b)
  WHERE r.inferred
    AND NOT EXISTS { MATCH (b)<-[contains:CONTAINS]-(folder)<-[made:PRODUCED|DERIVED_INTO|EMITTED]-(a)
                     WHERE contains.retractedAt IS NULL AND type(made) = type(r) }
  RETURN r
}
WITH a, b, r, type(r) AS kind, coalesce(r.role, '') AS role
/*: retract */
RETURN a.key AS upstream, b.key AS downstream, kind, role
