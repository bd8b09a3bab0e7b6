// Lists a page of the snapshots whose deletion would be ALLOWED: registered, not tombstoned, and without anything downstream
// of severity PENDING_RELEASE or worse. Largest first, unknown sizes last, then by key; with the totals of the whole list.
// Starts at the blockers and expands upstream, because blockers are few and snapshots are many.
// read
// $at              epoch ms: the time at which deployments serve or not
// $prefix          prefix of the keys: that of a namespace, or of all snapshots
// $recordedBefore  epoch ms, null for all
// $afterSize, $afterKey  position after which the page starts, in its direction; nulls for the first page
// $isBackward      true for a page from the end of the list
// $limit           maximum number of rows; 0 for the totals alone
// -> total, totalBytes (sum of the known sizes), on every row; key, recordedAt, size (-1 if unknown),
//    all null on the one row of an empty page
CALL () {
  CALL () {
    // Serving deployments and rollback targets.
    /*: recalled-nodes(null) */
    MATCH (e:Endpoint) WHERE e.key STARTS WITH 'endpoint:'
    /*: rollback-rule(null, $at) */
    UNWIND [s IN serving + eligible[0..1] | s[0]] AS decisive
    MATCH (start)-[:/*: flow */]->(decisive)
    RETURN start
    UNION
    MATCH (release:Release) WHERE release.state IN ['PROPOSED', 'APPROVED']
    MATCH (release)-[:PROPOSES]->(start:ModelVersion)
    WHERE /*: open-at(release.recordedAt, release.closedAt, null) */
    RETURN start
  }
  WITH collect(DISTINCT start) AS starts
  // What is needed at its own place. Everything else upstream only has the same content as one of these.
  CALL (starts) {
    UNWIND starts AS needed
    RETURN needed
    UNION ALL
    UNWIND starts AS start
    // Planned as a pruning breadth-first expansion: each node once for each start node.
    MATCH (start)<-[:/*: flow */*0..]-(n)
    WITH DISTINCT n
    MATCH (n)<-[r:/*: flow */]-(needed)
    WHERE NOT /*: is-other-name(r) */
    RETURN needed
  }
  // The label is tested afterwards: planned from the label's end, while nodes of the kind are few, each path would be expanded.
  WITH DISTINCT needed WHERE needed:DatasetSnapshot OR needed:ModelVersion
  CALL (needed) {
    RETURN needed AS s
    UNION
    WITH needed WHERE needed.contentKey IS NOT NULL
    MATCH (s:Lineage {contentKey: needed.contentKey})
    WHERE s.retractedAt IS NULL AND NOT /*: is-elsewhere(needed, s) */
    RETURN s
  }
  WITH DISTINCT s
  // A folder is deleted with its files.
  CALL (s) {
    WITH s WHERE s:DatasetSnapshot
    RETURN s AS blocked
    UNION ALL
    MATCH (s)<-[contains:CONTAINS]-(folder)
    WHERE contains.retractedAt IS NULL
    RETURN folder AS blocked
  }
  WITH blocked WHERE blocked.key STARTS WITH $prefix
  RETURN blocked AS s, true AS isBlocked
  UNION ALL
  MATCH (s:DatasetSnapshot&Lineage)
  WHERE s.key STARTS WITH $prefix AND s.retractedAt IS NULL
  // A folder without recorded files may contain anything, and is therefore undecided.
  RETURN s, coalesce(s.isFolder, false) AND s.memberCount IS NULL OR coalesce(s.stub, false) OR s.tombstonedAt IS NOT NULL
         OR ($recordedBefore IS NOT NULL AND s.recordedAt >= $recordedBefore) AS isBlocked
}
// A snapshot without another row has no blocker. One that an undecided folder may contain is undecided as well.
WITH s, max(isBlocked) AS isBlocked
WITH collect(CASE WHEN NOT isBlocked THEN s END) AS free,
     collect(CASE WHEN s.isFolder AND s.memberCount IS NULL THEN s.datasetKey + '%2F' END) AS undecidedHere
CALL (undecidedHere) {
  // The same under other names of such folders.
  MATCH (named:Dataset) WHERE named.declaredIn > ''
  /*: declared-datasets(named, null) */
  MATCH (d)<-[:VERSION_OF]-(folder)
  WHERE folder.isFolder AND folder.memberCount IS NULL AND folder.retractedAt IS NULL
  RETURN collect(DISTINCT named.key + '%2F') AS undecidedElsewhere
}
WITH free, undecidedHere + undecidedElsewhere AS undecided
WITH CASE WHEN size(undecided) = 0 THEN free
          ELSE [s IN free WHERE none(enclosing IN undecided WHERE s.datasetKey STARTS WITH enclosing)] END AS candidates
WITH candidates, size(candidates) AS total, reduce(bytes = 0, s IN candidates | bytes + coalesce(s.sizeBytes, 0)) AS totalBytes
OPTIONAL CALL (candidates) {
  UNWIND candidates AS s
  WITH s, coalesce(s.sizeBytes, -1) AS size
  WHERE $afterKey IS NULL OR CASE WHEN $isBackward THEN size > $afterSize OR (size = $afterSize AND s.key < $afterKey)
                                  ELSE size < $afterSize OR (size = $afterSize AND s.key > $afterKey) END
  RETURN s, size
  ORDER BY CASE WHEN $isBackward THEN size ELSE -size END, /*: by-key(s.key) */
  LIMIT $limit
}
RETURN total, totalBytes, s.key AS key, s.recordedAt AS recordedAt, size
ORDER BY CASE WHEN $isBackward THEN size ELSE -size END, /*: by-key(key) */
