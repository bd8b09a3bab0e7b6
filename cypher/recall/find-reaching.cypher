// Finds the recalls that are open and affect lineage nodes: recalls of the node itself or of anything upstream.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the node), and recall-columns
MATCH (open:Recall)
WHERE open.state IN CASE WHEN $asOf IS NULL THEN ['OPEN'] ELSE ['OPEN', 'CLOSED'] END
  AND /*: open-at(open.openedAt, open.closedAt, $asOf) */
// Usually no recall is open, and the expansion is skipped.
WITH count(open) AS openCount
UNWIND CASE WHEN openCount = 0 THEN [] ELSE $keys END AS owner
MATCH (n:Lineage {key: owner})
// Planned as a pruning breadth-first expansion.
MATCH p = (n)<-[:/*: flow-and-copies *//*: or-retracted */*0..]-(upstream)
WHERE /*: walked-with-copies(p, $asOf) */
WITH owner, upstream, min(length(p)) AS hops
// A recall of a folder affects its files.
UNWIND [(upstream)<-[recalls:RECALLS]-(own:Recall)
        WHERE /*: open-at(recalls.recordedAt, own.closedAt, $asOf) */ AND /*: recorded-by(recalls, $asOf) */ | own]
       + [(upstream)<-[part:CONTAINS]-(folder)<-[recalls:RECALLS]-(ofFolder:Recall)
          WHERE /*: recorded-by(part, $asOf) */ AND /*: open-at(recalls.recordedAt, ofFolder.closedAt, $asOf) */
            AND /*: recorded-by(recalls, $asOf) */ | ofFolder] AS r
WITH DISTINCT owner, r
RETURN owner, /*: recall-columns */
ORDER BY owner, openedAt, id
