// Finds the open recalls that affect lineage nodes: recalls of the node itself or of anything upstream.
// read
// $keys  [string]
// -> owner (key of the node), and recall-columns
MATCH (open:Recall) WHERE open.state = 'OPEN'
// Usually no recall is open, and the expansion is skipped.
WITH count(open) AS openCount
UNWIND CASE WHEN openCount = 0 THEN [] ELSE $keys END AS owner
MATCH (n:Lineage {key: owner})
// Planned as a pruning breadth-first expansion.
MATCH p = (n)<-[:/*: flow-and-copies */*0..]-(upstream)
WITH owner, upstream, min(length(p)) AS hops
// A recall of a folder affects its files.
UNWIND [(upstream)<-[:RECALLS]-(own:Recall) | own] + [(upstream)<-[:CONTAINS]-(folder)<-[:RECALLS]-(ofFolder:Recall) | ofFolder] AS r
WITH owner, r
WHERE r.state = 'OPEN'
WITH DISTINCT owner, r
RETURN owner, /*: recall-columns */
ORDER BY owner, openedAt, id
