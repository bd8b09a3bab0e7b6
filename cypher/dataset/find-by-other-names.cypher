// Finds the snapshots that are recorded under another name of their dataset than asked, with the same version.
// read
// $rows [map]  key (of a snapshot), datasetKey
// $asOf  epoch ms, null for now
// -> asked (key), key (the least one)
UNWIND $rows AS row
// A snapshot that was retracted under the asked name is not found under another one.
WITH row WHERE NOT EXISTS { MATCH (own:Lineage {key: row.key}) WHERE own.retractedAt <= coalesce($asOf, own.retractedAt) }
MATCH (named:Dataset {key: row.datasetKey})
/*: declared-datasets(named, $asOf) */
// The key of a snapshot is that of its dataset, with another kind, and its version.
WITH row, 'snapshot:' + substring(d.key, 8) + substring(row.key, size(row.datasetKey) + 1) AS otherKey
MATCH (n:Lineage {key: otherKey})
WHERE /*: recorded-by(n, $asOf) */
RETURN row.key AS asked, min(n.key) AS key
