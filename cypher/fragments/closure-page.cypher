// Returns a page of a closure from n and depth, its nodes with their hops: the closest nodes, and on every row counts over
// the whole closure.
// $maxDepth   maximum number of hops; null for no limit
// $budget     maximum number of nodes examined, closest first; one more than allowed shows that the limit was exceeded
// $kinds      [string]  labels to return, null for all; they do not restrict the traversal
// $limit      maximum number of rows, including the roots
// -> key, title, recordedAt, depth (0: a root), isStub;
//    reached (nodes within depth and budget, without the roots), beyondDepth (nodes beyond $maxDepth),
//    snapshots, commits, environments, runs, modelVersions, deployments (reached ones by kind)
WITH n, depth ORDER BY depth LIMIT $budget
WITH collect(CASE WHEN depth <= coalesce($maxDepth, depth) THEN n END) AS nodes,
     collect(CASE WHEN depth <= coalesce($maxDepth, depth) THEN depth END) AS depths,
     sum(CASE WHEN depth > coalesce($maxDepth, depth) THEN 1 ELSE 0 END) AS beyondDepth
WITH nodes, depths, beyondDepth,
     size([i IN range(0, size(nodes) - 1) WHERE depths[i] > 0]) AS reached,
     size([i IN range(0, size(nodes) - 1) WHERE depths[i] > 0 AND nodes[i]:DatasetSnapshot]) AS snapshots,
     size([i IN range(0, size(nodes) - 1) WHERE depths[i] > 0 AND nodes[i]:CodeCommit]) AS commits,
     size([i IN range(0, size(nodes) - 1) WHERE depths[i] > 0 AND nodes[i]:Environment]) AS environments,
     size([i IN range(0, size(nodes) - 1) WHERE depths[i] > 0 AND nodes[i]:Run]) AS runs,
     size([i IN range(0, size(nodes) - 1) WHERE depths[i] > 0 AND nodes[i]:ModelVersion]) AS modelVersions,
     size([i IN range(0, size(nodes) - 1) WHERE depths[i] > 0 AND nodes[i]:Deployment]) AS deployments
UNWIND range(0, size(nodes) - 1) AS i
WITH nodes[i] AS n, depths[i] AS depth, beyondDepth, reached, snapshots, commits, environments, runs, modelVersions, deployments
WHERE depth = 0 OR $kinds IS NULL OR any(label IN labels(n) WHERE label IN $kinds)
RETURN n.key AS key, n.title AS title, n.recordedAt AS recordedAt, depth, coalesce(n.stub, false) AS isStub,
       reached, beyondDepth, snapshots, commits, environments, runs, modelVersions, deployments
ORDER BY depth, key
LIMIT $limit
