// Lists a page of the runs that match a filter, ordered by a time or by a metric, then by key.
// read
// the parameters of filtered-runs
// $orderField     STARTED_AT, ENDED_AT or RECORDED_AT; null to order by $orderMetric
// $orderMetric    name of the metric
// $isDescending   greatest first
// $afterRank, $afterPlace, $afterKey  position after which the page starts, in its direction; nulls for the first page
// $isBackward     true for a page from the end of the list
// $limit          maximum number of rows
// -> rank (0: has a number, 1: NaN, 2: has no value), place (the number, negative if $isDescending),
//    and run-columns
/*: filtered-runs */
WITH r, state, CASE $orderField
  WHEN 'STARTED_AT' THEN state.startedAt WHEN 'ENDED_AT' THEN state.endedAt WHEN 'RECORDED_AT' THEN r.recordedAt
  ELSE head([i IN range(0, size(coalesce(state.metricNames, [])) - 1) WHERE state.metricNames[i] = $orderMetric | state.metricValues[i]]) END AS value
// In both directions, NaN comes after the numbers, and runs without a value come last.
WITH r, state, value, CASE WHEN value IS NULL THEN 2 WHEN isNaN(value) THEN 1 ELSE 0 END AS rank
WITH r, state, rank, CASE WHEN rank > 0 THEN 0 WHEN $isDescending THEN -value ELSE value END AS place
WHERE $afterKey IS NULL OR CASE WHEN $isBackward
  THEN rank < $afterRank OR (rank = $afterRank AND (place < $afterPlace OR (place = $afterPlace AND r.key < $afterKey)))
  ELSE rank > $afterRank OR (rank = $afterRank AND (place > $afterPlace OR (place = $afterPlace AND r.key > $afterKey))) END
WITH r, state, rank, place
ORDER BY CASE WHEN $isBackward THEN -rank ELSE rank END, CASE WHEN $isBackward THEN -place ELSE place END,
         /*: by-key(r.key) */
LIMIT $limit
RETURN rank, place,
       /*: run-columns */
