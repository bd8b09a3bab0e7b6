// Answers what is downstream of some nodes: the closest nodes, and counts over the whole closure on every row.
// read
// $roots      [string]  keys
// $asOf       epoch ms, null for now: only relationships recorded until then are walked
// $maxDepth   hops, null for all
// $budget     nodes that are counted and shown at the most, closest first; one more than allowed tells that it was exceeded
// $kinds      [string]  labels to show, null for all; never what is walked through
// $limit      rows at most, roots included
// -> key, title, recordedAt, depth (0: a root), isStub;
//    reached (nodes within depth and budget, roots not counted), beyondDepth (nodes further away than $maxDepth),
//    snapshots, commits, environments, runs, modelVersions, deployments (reached ones by kind)
UNWIND $roots AS rootKey
MATCH (root:Lineage {key: rootKey})
WHERE $asOf IS NULL OR root.recordedAt <= $asOf
// Planned as a pruning breadth-first walk: each node once for each root, however many paths lead there.
MATCH p = (root)-[:USED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|EMITTED*0..]->(n)
WHERE all(r IN relationships(p) WHERE $asOf IS NULL OR r.recordedAt <= $asOf)
WITH n, min(length(p)) AS depth
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
