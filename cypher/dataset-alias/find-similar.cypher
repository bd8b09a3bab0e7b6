// Finds the datasets that may be the datasets of nodes: their names differ in form only, and they were not declared to be the
// same. The files of folders count as well.
// read
// $keys   [string]  of lineage nodes; only snapshots have a dataset
// $asOf   epoch ms, null for now
// $limit  maximum number of rows
// -> dataset, similar (keys of datasets), snapshots (number of snapshots of the similar one)
CALL () {
  UNWIND $keys AS wanted
  MATCH (n:Lineage {key: wanted})
  RETURN n.datasetKey AS datasetKey
  UNION
  UNWIND $keys AS wanted
  MATCH (n:Lineage {key: wanted})-[:CONTAINS]->(file)
  RETURN file.datasetKey AS datasetKey
}
MATCH (d:Dataset {key: datasetKey})
MATCH (other:Dataset {nameForm: d.nameForm})
WHERE other <> d
CALL (d) {
  // Planned as a pruning breadth-first expansion.
  MATCH p = (d)-[:ALIAS_OF*0..]-(same)
  WHERE all(r IN relationships(p) WHERE /*: recorded-by(r, $asOf) */)
  WITH same, min(length(p)) AS hops
  RETURN collect(same) AS declared
}
WITH d, other, declared, COUNT { (other)<-[:VERSION_OF]-(s) WHERE /*: recorded-by(s, $asOf) */ } AS snapshots
WHERE NOT other IN declared AND snapshots > 0
RETURN d.key AS dataset, other.key AS similar, snapshots
ORDER BY dataset, similar
LIMIT $limit
