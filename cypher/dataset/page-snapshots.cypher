// Lists a page of the snapshots of each dataset, newest first, of one moment the last key first.
// read
// $datasetKeys      [string]
// $at, $afterKey    begins after this place in the direction of the page; nulls for the first page
// $isBackward       from the end
// $limit            rows at most for each dataset
// -> owner (key of the dataset), at (epoch ms: when it was created, else recorded), and the columns of load-snapshots
UNWIND $datasetKeys AS owner
CALL (owner) {
  MATCH (:Dataset {key: owner})<-[:VERSION_OF]-(s:DatasetSnapshot)
  WITH s, coalesce(s.createdAt, s.recordedAt) AS at
  WHERE $afterKey IS NULL
     OR CASE WHEN $isBackward THEN at > $at OR (at = $at AND s.key > $afterKey) ELSE at < $at OR (at = $at AND s.key < $afterKey) END
  WITH s ORDER BY CASE WHEN $isBackward THEN at ELSE -at END,
                  CASE WHEN $isBackward THEN s.key ELSE '' END, CASE WHEN $isBackward THEN '' ELSE s.key END DESC
  LIMIT $limit
  RETURN collect(s) AS page
}
UNWIND range(0, size(page) - 1) AS position
WITH owner, position, page[position] AS s
RETURN owner, coalesce(s.createdAt, s.recordedAt) AS at,
       s.key AS key, s.recordedAt AS recordedAt, s.version AS version, s.digest AS digest, s.uri AS uri,
       s.sizeBytes AS sizeBytes, s.rowCount AS rowCount, s.createdAt AS createdAt, s.datasetKey AS datasetKey,
       head(COLLECT { MATCH (s)<-[p:PRODUCED]-(r:Run) RETURN r.key ORDER BY p.sequence, r.key LIMIT 1 }) AS producedByKey,
       COLLECT { MATCH (s)<-[:DERIVED_INTO]-(u:DatasetSnapshot) RETURN u.key ORDER BY u.key } AS derivedFromKeys,
       COLLECT { MATCH (s)<-[:EMITTED]-(d:Deployment) RETURN d.key ORDER BY d.key } AS emittedByKeys
ORDER BY owner, position
