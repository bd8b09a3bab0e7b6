// Updates what nodes recorded as their upstream after a retraction: the run that produced a version; the commit, the environment
// and the parent of a run. Another one can be reported then.
// write
// $keys        [string]
// $recordedAt  epoch ms
// ->
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
WITH n,
     head(COLLECT { MATCH (n)<-[:PRODUCED]-(run:Run) RETURN run.key ORDER BY run.key LIMIT 1 }) AS producedBy,
     head(COLLECT { MATCH (n)<-[:USED_BY]-(c:CodeCommit) RETURN c.key ORDER BY c.key LIMIT 1 }) AS codeCommitKey,
     head(COLLECT { MATCH (n)<-[:USED_BY]-(e:Environment) RETURN e.key ORDER BY e.key LIMIT 1 }) AS environmentKey,
     EXISTS { MATCH (n)-[:PARENT_RUN]->(parent) WHERE parent.key = n.parentKey AND parent.retractedAt IS NOT NULL } AS isOrphan
WITH n, isOrphan, CASE WHEN n.producedBy IS NOT NULL THEN producedBy END AS producedBy,
     CASE WHEN n.codeCommitKey IS NOT NULL THEN codeCommitKey END AS codeCommitKey,
     CASE WHEN n.environmentKey IS NOT NULL THEN environmentKey END AS environmentKey
WHERE (n:ModelVersion OR n:Run) AND (isOrphan OR coalesce(n.producedBy, '') <> coalesce(producedBy, '')
  OR coalesce(n.codeCommitKey, '') <> coalesce(codeCommitKey, '') OR coalesce(n.environmentKey, '') <> coalesce(environmentKey, ''))
/*: keep-state(n) */
SET n.producedBy = producedBy, n.codeCommitKey = codeCommitKey, n.environmentKey = environmentKey, n.revisedAt = $recordedAt,
    n.parentKey = CASE WHEN isOrphan THEN null ELSE n.parentKey END
