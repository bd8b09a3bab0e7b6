// Finds the current versions of aliases of models, and when they were observed.
// read (inside a write transaction)
// $pointers [map]  owner (key of the model), name (the alias)
// -> owner, name, to (key of the version; null: the alias was observed to be removed), observedAt (epoch ms)
UNWIND $pointers AS wanted
MATCH (m:Model {key: wanted.owner})
CALL (m, wanted) {
  MATCH (m)-[a:HAS_ALIAS {alias: wanted.name}]->(v:ModelVersion)
  WHERE a.endedAt IS NULL
  RETURN v.key AS to, coalesce(a.observedAt, a.recordedAt) AS observedAt
  UNION ALL
  MATCH (m)-[w:WITHOUT_ALIAS {alias: wanted.name}]->(m)
  RETURN null AS to, w.observedAt AS observedAt
}
RETURN wanted.owner AS owner, wanted.name AS name, to, observedAt
