// Finds the datasets that may be the datasets of nodes: their names differ in form only, and they were not declared to be the
// same. The files of folders count as well.
// read
// $keys         [string]  of lineage nodes, which may be folders
// $datasetKeys  [string]  of the datasets of these nodes
// $asOf   epoch ms, null for now
// $limit  maximum number of rows
// -> dataset, similar (keys of datasets), snapshots (number of snapshots of the similar one)
CALL () {
  UNWIND $datasetKeys AS datasetKey
  RETURN datasetKey
  UNION
  UNWIND $keys AS wanted
  MATCH (n:Lineage {key: wanted})-[:CONTAINS]->(file)
  RETURN file.datasetKey AS datasetKey
}
MATCH (named:Dataset {key: datasetKey})
/*: declared-datasets(named, $asOf) */
WITH datasetKey, collect(d) AS declared
UNWIND declared AS d
MATCH (other:Dataset {nameForm: d.nameForm})
WHERE NOT other IN declared
WITH DISTINCT d, other
WITH d, other, COUNT { (other)<-[:VERSION_OF]-(s) WHERE /*: recorded-by(s, $asOf) */ } AS snapshots
WHERE snapshots > 0
RETURN d.key AS dataset, other.key AS similar, snapshots
ORDER BY dataset, similar
LIMIT $limit
