// Joins snapshots with those of the other names of their dataset: with the same version, and with the first of the same
// content, because that one is joined to the others of its namespace.
// write
// $rows [map]  key, sequence
// $recordedAt  epoch ms
UNWIND $rows AS row
MATCH (s:Lineage {key: row.key})
WHERE s.retractedAt IS NULL
MATCH (s)-[:VERSION_OF]->(named:Dataset)
/*: declared-datasets(named, null) */
WITH s, named, d AS other, row.sequence AS sequence
WHERE other <> named
// The key of a snapshot is that of its dataset, with another kind, and its version.
WITH s, other, sequence, 'snapshot:' + substring(other.key, 8) + substring(s.key, size(named.key) + 1) AS sameVersion
CALL (s, other, sameVersion) {
  MATCH (t:Lineage {key: sameVersion})
  RETURN t
  UNION
  WITH s, other
  WHERE s.contentDigest IS NOT NULL
  MATCH (t:Lineage {contentKey: s.contentDigest + ' ' + other.namespace})
  WHERE t.datasetKey = other.key AND t.retractedAt IS NULL
  RETURN t ORDER BY t.sequence, t.key LIMIT 1
}
WITH s, t, sequence
WHERE t.retractedAt IS NULL
/*: join-alias */
