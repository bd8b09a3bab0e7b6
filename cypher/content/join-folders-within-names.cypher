// Joins folders to the folders that enclose them under another name and have the same files there.
// write
// $folders [map]  key, sequence
// $recordedAt  epoch ms
// -> the columns of join-part
UNWIND $folders AS row
MATCH (new:Lineage {key: row.key})-[:VERSION_OF]->(own:Dataset)
WHERE new.memberCount > 0
CALL (new, own) {
  WITH new, split(own.key, '%2F') AS parts
  UNWIND /*: enclosing-keys(parts) */ AS enclosing
  MATCH (named:Dataset {key: enclosing})
  WHERE EXISTS { (named)-[:ALIAS_OF]-() }
  /*: declared-datasets(named, null) */
  WITH new, named, d WHERE d <> named
  MATCH (d)<-[:VERSION_OF]-(outer)
  RETURN new AS inner, outer, named.name AS outerName
  UNION
  WITH new, own
  WHERE EXISTS { (own)-[:ALIAS_OF]-() }
  /*: declared-datasets(own, null) */
  WITH new, own, d WHERE d <> own
  MATCH (inside:Dataset) WHERE inside.key STARTS WITH d.key + '%2F'
  MATCH (inside)<-[:VERSION_OF]-(inner)
  RETURN inner, new AS outer, d.name AS outerName
}
WITH row.sequence AS sequence, inner AS file, outer AS folder, substring(inner.name, size(outerName) + 1) AS path
WHERE /*: encloses(file, folder, path) */
/*: join-part(true) */
