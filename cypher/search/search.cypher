// Finds lineage nodes by their text (names, versions, keys, parameters and commit messages) or by the text of a note
// about them. Best match first, then by key.
// read
// $query       Lucene query, built from words
// $kinds       labels, null for all
// $afterScore, $afterKey  position after which the page starts; nulls for the first page
// $limit       maximum number of rows
// $most        maximum number of matches that are counted
// -> key, title, recordedAt, isStub, score, total (matches, up to $most)
CALL () {
  CALL db.index.fulltext.queryNodes('lineage_text', $query, {limit: $most}) YIELD node, score
  RETURN node AS n, score
  UNION ALL
  CALL db.index.fulltext.queryNodes('note_text', $query, {limit: $most}) YIELD node, score
  MATCH (node)-[:ABOUT]->(n:Lineage)
  RETURN n, score
}
WITH n, max(score) AS score
WHERE $kinds IS NULL OR any(label IN labels(n) WHERE label IN $kinds)
WITH n, score ORDER BY score DESC, n.key LIMIT $most
WITH collect(n) AS nodes, collect(score) AS scores
UNWIND range(0, size(nodes) - 1) AS i
WITH nodes[i] AS n, scores[i] AS score, size(nodes) AS total
WHERE $afterScore IS NULL OR score < $afterScore OR (score = $afterScore AND n.key > $afterKey)
RETURN n.key AS key, n.title AS title, n.recordedAt AS recordedAt, coalesce(n.stub, false) AS isStub, score, total
ORDER BY score DESC, key
LIMIT $limit
