// Lists a page of the snapshots of each dataset, under all of its names, newest first, then by key in descending order.
// read
// $datasetKeys      [string]
// $asOf  epoch ms, null for now
// the parameters of after-newest
// $limit            maximum number of rows for each dataset
// -> owner (key of the dataset), at (epoch ms: createdAt, or recordedAt if unknown), and snapshot-columns
UNWIND $datasetKeys AS owner
CALL (owner) {
  MATCH (named:Dataset {key: owner})
  /*: declared-datasets(named, $asOf) */
  MATCH (d)<-[:VERSION_OF]-(s:DatasetSnapshot)
  WHERE /*: recorded-by(s, $asOf) */
  WITH s, /*: state-at(s) */ AS state
  WITH s, coalesce(state.createdAt, s.recordedAt) AS at
  WHERE /*: after-newest(at, s.key) */
  WITH s ORDER BY /*: newest-first(at, s.key) */
  LIMIT $limit
  RETURN collect(s) AS page
}
UNWIND range(0, size(page) - 1) AS position
WITH owner, position, page[position] AS s
WITH owner, position, s, /*: state-at(s) */ AS state
RETURN owner, coalesce(state.createdAt, s.recordedAt) AS at,
       /*: snapshot-columns */
ORDER BY owner, position
