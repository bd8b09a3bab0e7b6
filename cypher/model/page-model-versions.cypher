// Lists a page of the versions of each model, newest first, of one moment the last key first.
// read
// $modelKeys      [string]
// $at, $afterKey  begins after this place in the direction of the page; nulls for the first page
// $isBackward     from the end
// $limit          rows at most for each model
// -> owner (key of the model), at (epoch ms: when it was created, else recorded), and the columns of load-model-versions
UNWIND $modelKeys AS owner
CALL (owner) {
  MATCH (:Model {key: owner})<-[:VERSION_OF]-(v:ModelVersion)
  WITH v, coalesce(v.createdAt, v.recordedAt) AS at
  WHERE $afterKey IS NULL
     OR CASE WHEN $isBackward THEN at > $at OR (at = $at AND v.key > $afterKey) ELSE at < $at OR (at = $at AND v.key < $afterKey) END
  WITH v ORDER BY CASE WHEN $isBackward THEN at ELSE -at END,
                  CASE WHEN $isBackward THEN v.key ELSE '' END, CASE WHEN $isBackward THEN '' ELSE v.key END DESC
  LIMIT $limit
  RETURN collect(v) AS page
}
UNWIND range(0, size(page) - 1) AS position
WITH owner, position, page[position] AS v
RETURN owner, coalesce(v.createdAt, v.recordedAt) AS at,
       v.key AS key, v.recordedAt AS recordedAt, v.version AS version, v.modelKey AS modelKey, v.artifactUri AS artifactUri,
       v.artifactDigest AS artifactDigest, v.artifactSizeBytes AS artifactSizeBytes, v.createdAt AS createdAt,
       COLLECT { MATCH (:Model)-[a:HAS_ALIAS]->(v) WHERE a.endedAt IS NULL RETURN a.alias ORDER BY a.alias } AS aliases,
       head(COLLECT { MATCH (v)<-[p:PRODUCED]-(r:Run) RETURN r.key ORDER BY p.sequence, r.key LIMIT 1 }) AS producedByKey,
       COLLECT { MATCH (v)<-[:DERIVED_INTO]-(u:ModelVersion) RETURN u.key ORDER BY u.key } AS derivedFromKeys
ORDER BY owner, position
