// Lists a page of the runs that a filter lets through, by a time or by a metric, then by key.
// read
// $prefix         begins every key: that of a namespace, or of all runs
// $experiment     null for all
// $statuses       [string]  null for all
// $startedAfter, $startedBefore  epoch ms, the first included; null for no limit
// $parameters     [map]  name, value: all of them must be the run's
// $metrics        [map]  name, comparison (LT, LTE, EQ, GTE, GT), value: all must be true; NaN never is
// $orderField     STARTED_AT, ENDED_AT or RECORDED_AT; null to order by $orderMetric
// $orderMetric    name of the metric
// $isDescending   greatest first
// $afterRank, $afterPlace, $afterKey  begins after this place in the direction of the page; nulls for the first page
// $isBackward     from the end
// $limit          rows at most
// -> rank (0: has a number, 1: NaN, 2: has nothing to order by), place (the number, negative where descending),
//    and the columns of load-runs
CALL () {
  UNWIND CASE WHEN $experiment IS NULL THEN [] ELSE [$experiment] END AS wanted
  MATCH (r:Run {experiment: wanted}) WHERE r.key STARTS WITH $prefix
  RETURN r
  UNION ALL
  UNWIND CASE WHEN $experiment IS NULL THEN [$prefix] ELSE [] END AS prefix
  MATCH (r:Run&Lineage) WHERE r.key STARTS WITH prefix
  RETURN r
}
WITH r
WHERE ($statuses IS NULL OR coalesce(r.status, 'SCHEDULED') IN $statuses)
  AND ($startedAfter IS NULL OR r.startedAt >= $startedAfter)
  AND ($startedBefore IS NULL OR r.startedAt < $startedBefore)
  AND all(wanted IN $parameters WHERE any(i IN range(0, size(coalesce(r.parameterNames, [])) - 1)
          WHERE r.parameterNames[i] = wanted.name AND r.parameterValues[i] = wanted.value))
  AND all(wanted IN $metrics WHERE any(i IN range(0, size(coalesce(r.metricNames, [])) - 1)
          WHERE r.metricNames[i] = wanted.name AND CASE wanted.comparison
            WHEN 'LT' THEN r.metricValues[i] < wanted.value WHEN 'LTE' THEN r.metricValues[i] <= wanted.value
            WHEN 'EQ' THEN r.metricValues[i] = wanted.value
            WHEN 'GTE' THEN r.metricValues[i] >= wanted.value ELSE r.metricValues[i] > wanted.value END))
WITH r, CASE $orderField
  WHEN 'STARTED_AT' THEN r.startedAt WHEN 'ENDED_AT' THEN r.endedAt WHEN 'RECORDED_AT' THEN r.recordedAt
  ELSE head([i IN range(0, size(coalesce(r.metricNames, [])) - 1) WHERE r.metricNames[i] = $orderMetric | r.metricValues[i]]) END AS value
// In either direction what is no number comes after the numbers, and what has nothing comes last.
WITH r, value, CASE WHEN value IS NULL THEN 2 WHEN isNaN(value) THEN 1 ELSE 0 END AS rank
WITH r, rank, CASE WHEN rank > 0 THEN 0 WHEN $isDescending THEN -value ELSE value END AS place
WHERE $afterKey IS NULL OR CASE WHEN $isBackward
  THEN rank < $afterRank OR (rank = $afterRank AND (place < $afterPlace OR (place = $afterPlace AND r.key < $afterKey)))
  ELSE rank > $afterRank OR (rank = $afterRank AND (place > $afterPlace OR (place = $afterPlace AND r.key > $afterKey))) END
WITH r, rank, place
ORDER BY CASE WHEN $isBackward THEN -rank ELSE rank END, CASE WHEN $isBackward THEN -place ELSE place END,
         CASE WHEN $isBackward THEN '' ELSE r.key END, CASE WHEN $isBackward THEN r.key ELSE '' END DESC
LIMIT $limit
RETURN rank, place,
       r.key AS key, r.title AS title, r.recordedAt AS recordedAt, r.experiment AS experiment, coalesce(r.status, 'SCHEDULED') AS status,
       r.startedAt AS startedAt, r.endedAt AS endedAt, r.by AS by, r.command AS command, coalesce(r.deletedAtSource, false) AS deletedAtSource,
       r.parentKey AS parentKey, r.codeCommitKey AS codeCommitKey, r.environmentKey AS environmentKey
