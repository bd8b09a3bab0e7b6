// Lists a page of the versions of each model, newest first, then by key in descending order.
// read
// $modelKeys      [string]
// $asOf  epoch ms, null for now
// the parameters of after-newest
// $limit          maximum number of rows for each model
// -> owner (key of the model), at (epoch ms: createdAt, or recordedAt if unknown), and model-version-columns
UNWIND $modelKeys AS owner
CALL (owner) {
  MATCH (:Model {key: owner})<-[:VERSION_OF]-(v:ModelVersion)
  WHERE /*: recorded-by(v, $asOf) */
  WITH v, /*: state-at(v) */ AS state
  WITH v, coalesce(state.createdAt, v.recordedAt) AS at
  WHERE /*: after-newest(at, v.key) */
  WITH v ORDER BY /*: newest-first(at, v.key) */
  LIMIT $limit
  RETURN collect(v) AS page
}
UNWIND range(0, size(page) - 1) AS position
WITH owner, position, page[position] AS v
WITH owner, position, v, /*: state-at(v) */ AS state
RETURN owner, coalesce(state.createdAt, v.recordedAt) AS at,
       /*: model-version-columns */
ORDER BY owner, position
