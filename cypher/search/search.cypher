// Finds lineage nodes by the words of their names, versions and other texts, of other names of their dataset, or of a note about
// them. Best match first, then newest, then by key.
// read
// $query       Lucene query for nodes; its scores depend on the match alone
// $noteQuery   Lucene query for notes
// $kinds       labels, null for all; $query contains them as well
// $asOf        epoch ms, null for now: only nodes and notes that were recorded by then
// $afterScore, $afterRecordedAt, $afterKey  position after which the page starts; nulls for the first page
// $limit       maximum number of rows
// $most        maximum number of matches that are counted
// -> key, title, recordedAt, isStub, score, total (matches, up to $most)
CALL () {
  CALL db.index.fulltext.queryNodes('lineage_words', $query, {limit: $most}) YIELD node, score
  WHERE /*: recorded-by(node, $asOf) */
  RETURN node AS n, score
  UNION ALL
  CALL db.index.fulltext.queryNodes('other_name_words', $query, {limit: $most}) YIELD node, score
  WHERE /*: recorded-by(node, $asOf) */
  MATCH (node)-[:NAMES]->(n:Lineage)
  WHERE /*: recorded-by(n, $asOf) */
  RETURN n, score
  UNION ALL
  CALL db.index.fulltext.queryNodes('note_words', $noteQuery, {limit: $most}) YIELD node, score
  WHERE $asOf IS NULL OR node.at <= $asOf
  MATCH (node)-[:ABOUT]->(n:Lineage)
  WHERE /*: recorded-by(n, $asOf) */ AND ($kinds IS NULL OR any(label IN labels(n) WHERE label IN $kinds))
  RETURN n, score
}
WITH n, max(score) AS score
WITH n, score, n.recordedAt AS recordedAt ORDER BY score DESC, recordedAt DESC, n.key LIMIT $most
WITH collect(n) AS nodes, collect(score) AS scores
UNWIND range(0, size(nodes) - 1) AS i
WITH nodes[i] AS n, scores[i] AS score, nodes[i].recordedAt AS recordedAt, size(nodes) AS total
WHERE CASE
  WHEN $afterScore IS NULL THEN true
  WHEN score <> $afterScore THEN score < $afterScore
  WHEN recordedAt <> $afterRecordedAt THEN recordedAt < $afterRecordedAt
  ELSE n.key > $afterKey END
RETURN n.key AS key, n.title AS title, recordedAt, coalesce(n.stub, false) AS isStub, score, total
ORDER BY score DESC, recordedAt DESC, key
LIMIT $limit
