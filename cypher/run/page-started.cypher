// Lists a page of the runs that each run started, latest first, of one moment the last key first.
// read
// $runKeys  [string]
// $at, $afterKey  begins after this place in the direction of the page; nulls for the first page
// $isBackward     from the end
// $limit          rows at most for each
// -> owner (key of the run that started them), at (epoch ms: when it started, else was recorded), and the columns of load-runs
UNWIND $runKeys AS owner
CALL (owner) {
  MATCH (:Run&Lineage {key: owner})<-[:PARENT_RUN]-(r:Run)
  WITH DISTINCT r, coalesce(r.startedAt, r.recordedAt) AS at
  WHERE $afterKey IS NULL
     OR CASE WHEN $isBackward THEN at > $at OR (at = $at AND r.key > $afterKey) ELSE at < $at OR (at = $at AND r.key < $afterKey) END
  WITH r ORDER BY CASE WHEN $isBackward THEN at ELSE -at END,
                  CASE WHEN $isBackward THEN r.key ELSE '' END, CASE WHEN $isBackward THEN '' ELSE r.key END DESC
  LIMIT $limit
  RETURN collect(r) AS page
}
UNWIND range(0, size(page) - 1) AS position
WITH owner, position, page[position] AS r
RETURN owner, coalesce(r.startedAt, r.recordedAt) AS at,
       r.key AS key, r.title AS title, r.recordedAt AS recordedAt, r.experiment AS experiment, coalesce(r.status, 'SCHEDULED') AS status,
       r.startedAt AS startedAt, r.endedAt AS endedAt, r.by AS by, r.command AS command, coalesce(r.deletedAtSource, false) AS deletedAtSource,
       r.parentKey AS parentKey, r.codeCommitKey AS codeCommitKey, r.environmentKey AS environmentKey
ORDER BY owner, position
