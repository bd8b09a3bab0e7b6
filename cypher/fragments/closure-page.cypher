// Returns a page of a closure from n and depth, its nodes with their hops: the roots, the closest nodes after a position,
// and on every row counts over the whole closure.
// $roots      [string]  keys
// $asOf       epoch ms, null for now
// $maxDepth   maximum number of hops; null for no limit
// $budget     maximum number of nodes examined, closest first; one more than allowed shows that the limit was exceeded
// $kinds      [string]  labels to return, null for all; they do not restrict the traversal
// $afterDepth, $afterKey  position after which the page starts; nulls for the start of the list
// $limit      maximum number of rows, not counting the roots
// -> key, title, recordedAt, depth (0: a root), isStub;
//    reached (nodes within depth and budget, without the roots), beyondDepth (nodes beyond $maxDepth),
//    snapshots, commits, environments, runs, modelVersions, deployments (reached ones by kind)
WITH n, depth ORDER BY depth LIMIT $budget
WITH depth, collect(n) AS alike ORDER BY depth
WITH collect([depth, alike]) AS levels
CALL (levels) {
  UNWIND levels AS level
  UNWIND level[1] AS n
  WITH n, level[0] > coalesce($maxDepth, level[0]) AS isBeyond, level[0] > 0 AS isReached
  RETURN sum(CASE WHEN isBeyond THEN 1 ELSE 0 END) AS beyondDepth,
         sum(CASE WHEN isReached AND NOT isBeyond THEN 1 ELSE 0 END) AS reached,
         sum(CASE WHEN isReached AND NOT isBeyond AND n:DatasetSnapshot THEN 1 ELSE 0 END) AS snapshots,
         sum(CASE WHEN isReached AND NOT isBeyond AND n:CodeCommit THEN 1 ELSE 0 END) AS commits,
         sum(CASE WHEN isReached AND NOT isBeyond AND n:Environment THEN 1 ELSE 0 END) AS environments,
         sum(CASE WHEN isReached AND NOT isBeyond AND n:Run THEN 1 ELSE 0 END) AS runs,
         sum(CASE WHEN isReached AND NOT isBeyond AND n:ModelVersion THEN 1 ELSE 0 END) AS modelVersions,
         sum(CASE WHEN isReached AND NOT isBeyond AND n:Deployment THEN 1 ELSE 0 END) AS deployments
}
CALL (levels) {
  // The members of a folder have depth 0 as well.
  UNWIND levels[0][1] AS n
  WITH n WHERE n.key IN $roots
  RETURN n, 0 AS depth
  UNION ALL
  CALL (levels) {
    UNWIND levels[1..] AS level
    WITH level[0] AS depth, level[1] AS alike
    WHERE depth <= coalesce($maxDepth, depth) AND depth >= coalesce($afterDepth, depth)
    WITH depth, [n IN alike WHERE ($kinds IS NULL OR any(label IN labels(n) WHERE label IN $kinds))
                              AND ($afterDepth IS NULL OR depth > $afterDepth OR n.key > $afterKey)] AS alike
    WHERE size(alike) > 0
    WITH collect([depth, alike]) AS places
    // Only the levels that the page may show are sorted, because sorting reads each key. LIMIT would keep the lists above
    // with each row, which takes gigabytes for a large closure.
    WITH places, reduce(need = [0, 0], place IN places[0..$limit] |
      CASE WHEN need[0] < $limit THEN [need[0] + size(place[1]), need[1] + 1] ELSE need END) AS need
    UNWIND places[0..need[1]] AS place
    UNWIND place[1] AS n
    WITH n, place[0] AS depth ORDER BY depth, n.key
    WITH collect([n, depth])[0..$limit] AS page
    UNWIND page AS shown
    RETURN shown[0] AS n, shown[1] AS depth
  }
  RETURN n, depth
}
RETURN n.key AS key, /*: title-at(n) */ AS title, n.recordedAt AS recordedAt, depth, /*: stub-at(n) */ AS isStub,
       reached, beyondDepth, snapshots, commits, environments, runs, modelVersions, deployments
ORDER BY depth, key
