// Lists a page of the deployments of each model version, newest first, of one moment the last key first.
// read
// $versionKeys  [string]
// $at, $afterKey     begins after this place in the direction of the page; nulls for the first page
// $isBackward        from the end
// $limit             rows at most for each
// -> owner (key of the version), at (epoch ms: when it began), and the columns of load-deployments
UNWIND $versionKeys AS owner
CALL (owner) {
  MATCH (:ModelVersion&Lineage {key: owner})-[:DEPLOYED_AS]->(d:Deployment)
  WHERE $afterKey IS NULL
     OR CASE WHEN $isBackward THEN d.validFrom > $at OR (d.validFrom = $at AND d.key > $afterKey)
             ELSE d.validFrom < $at OR (d.validFrom = $at AND d.key < $afterKey) END
  WITH d ORDER BY CASE WHEN $isBackward THEN d.validFrom ELSE -d.validFrom END,
                  CASE WHEN $isBackward THEN d.key ELSE '' END, CASE WHEN $isBackward THEN '' ELSE d.key END DESC
  LIMIT $limit
  RETURN collect(d) AS page
}
UNWIND range(0, size(page) - 1) AS position
WITH owner, position, page[position] AS d
MATCH (d)-[:SERVED_AT]->(e:Endpoint)
RETURN owner, d.validFrom AS at,
       d.key AS key, d.title AS title, d.recordedAt AS recordedAt, d.endpointKey AS endpointKey, d.modelVersionKey AS modelVersionKey,
       coalesce(e.stage, 'DEVELOPMENT') AS stage, d.validFrom AS validFrom, d.validTo AS validTo, d.endReason AS endReason,
       coalesce(d.trafficPercent, 0) AS trafficPercent, d.by AS by,
       head(COLLECT { MATCH (d)<-[:USED_BY]-(c:CodeCommit) RETURN c.key ORDER BY c.key LIMIT 1 }) AS codeCommitKey,
       head(COLLECT { MATCH (d)<-[:USED_BY]-(v:Environment) RETURN v.key ORDER BY v.key LIMIT 1 }) AS environmentKey
ORDER BY owner, position
