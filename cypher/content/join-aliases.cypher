// Joins snapshots with those that the other names of their dataset give: with the same version, or the same content.
// write
// $rows [map]  key, sequence
// $recordedAt  epoch ms
UNWIND $rows AS row
MATCH (s:Lineage {key: row.key})
MATCH (s)-[:VERSION_OF]->(d:Dataset)-[:ALIAS_OF]-(other:Dataset)
// The key of a snapshot is that of its dataset, with another kind, and its version.
WITH s, other, row.sequence AS sequence, 'snapshot:' + substring(other.key, 8) + substring(s.key, size(d.key) + 1) AS sameVersion
CALL (s, other, sameVersion) {
  MATCH (t:Lineage {key: sameVersion})
  RETURN t
  UNION
  WITH s, other
  WHERE s.contentDigest IS NOT NULL
  MATCH (t:Lineage {contentDigest: s.contentDigest})
  WHERE t.datasetKey = other.key
  RETURN t
}
/*: join-alias */
