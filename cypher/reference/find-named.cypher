// Finds lineage nodes by the names that people use, newest first. Matches are exact, except hashes, which may be prefixes.
// read
// $names    [map]  namespace (null: any), name, version (or an alias; null: any), title (null: any)
// $hashes   [string]  prefixes of commit hashes
// $digests  [string]  prefixes of environment digests
// $contents [string]  prefixes of the digests of snapshots and model versions
// $titleQueries  [string]  a title as a query for the full-text index
// $titles   [string]  the title of a run, in each normal form
// $labels   [string]  null for all
// $at       epoch ms: the name of an endpoint matches the deployments that serve at this time
// $asOf     epoch ms, null for now: only what was recorded by then
// $minHashLength  minimum number of digits of a commit hash: fewer are the version of another node
// $limit    maximum number of rows
// -> key, title, recordedAt, isStub
CALL () {
  UNWIND $names AS wanted
  MATCH (n:Lineage {name: wanted.name})
  WHERE (wanted.namespace IS NULL OR n.namespace = wanted.namespace) AND CASE
    WHEN wanted.title IS NOT NULL THEN n.title = wanted.title
    WHEN wanted.version IS NULL THEN NOT n:Deployment OR /*: serves-at(n, n, $at) */
    WHEN n:CodeCommit THEN size(wanted.version) >= $minHashLength AND n.version STARTS WITH wanted.version
    ELSE n.version = wanted.version END
  RETURN n
  UNION
  UNWIND $names AS wanted
  MATCH (n:Lineage {name: wanted.name})
  WHERE wanted.namespace IS NULL OR n.namespace = wanted.namespace
  MATCH (n)<-[a:HAS_ALIAS {alias: wanted.version}]-(:Model)
  WHERE /*: open-at(a.recordedAt, a.endedAt, $asOf) */
  RETURN n
  UNION
  // Snapshots of a dataset under another name of it.
  UNWIND [name IN $names WHERE name.title IS NULL] AS wanted
  MATCH (named:Dataset {name: wanted.name})
  WHERE wanted.namespace IS NULL OR named.namespace = wanted.namespace
  /*: declared-datasets(named, $asOf) */
  WITH wanted, named, d WHERE d <> named
  MATCH (d)<-[:VERSION_OF]-(n)
  WHERE wanted.version IS NULL OR n.version = wanted.version
  RETURN n
  UNION
  UNWIND $hashes AS hash
  MATCH (n:CodeCommit) WHERE n.version STARTS WITH hash
  RETURN n
  UNION
  UNWIND $digests AS digest
  MATCH (n:Environment) WHERE n.version STARTS WITH digest
  RETURN n
  UNION
  UNWIND $contents AS content
  MATCH (n:Lineage) WHERE n.contentDigest STARTS WITH content
  RETURN n
  UNION
  // Titles may be too long for a range index. The matches of a name in full include the equal ones.
  UNWIND $titleQueries AS titleQuery
  CALL db.index.fulltext.queryNodes('lineage_words', titleQuery, {limit: 10000}) YIELD node AS n
  WHERE n:Run AND n.title IN $titles
  RETURN n
}
WITH n WHERE /*: recorded-by(n, $asOf) */ AND ($labels IS NULL OR any(label IN labels(n) WHERE label IN $labels))
RETURN /*: light-node(n) */
ORDER BY coalesce(n.validFrom, n.startedAt, n.committedAt, n.createdAt, n.recordedAt) DESC, key
LIMIT $limit
