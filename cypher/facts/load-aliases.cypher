// Finds the current versions of aliases of models.
// read (inside a write transaction)
// $pointers [map]  owner (key of the model), name (the alias)
// -> owner, name, to (key of the version)
UNWIND $pointers AS wanted
MATCH (m:Model {key: wanted.owner})-[a:HAS_ALIAS {alias: wanted.name}]->(v:ModelVersion)
WHERE a.endedAt IS NULL
RETURN wanted.owner AS owner, wanted.name AS name, v.key AS to
