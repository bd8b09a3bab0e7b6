// Finds r: the runs that match the filter of a list.
// $prefix         prefix of the keys: that of a namespace, or of all runs
// $experiment     null for all
// $statuses       [string]  null for all
// $startedAfter, $startedBefore  epoch ms, inclusive and exclusive; null for no limit
// $parameters     [map]  name, value: the run must have all of them
// $tags           [string]  stored tags: the run must have all of them
// $metrics        [map]  name, comparison (LT, LTE, EQ, GTE, GT), value: all must hold; NaN never matches
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
  AND all(wanted IN $tags WHERE wanted IN coalesce(r.tagRecords, []))
  AND all(wanted IN $metrics WHERE any(i IN range(0, size(coalesce(r.metricNames, [])) - 1)
          WHERE r.metricNames[i] = wanted.name AND CASE wanted.comparison
            WHEN 'LT' THEN r.metricValues[i] < wanted.value WHEN 'LTE' THEN r.metricValues[i] <= wanted.value
            WHEN 'EQ' THEN r.metricValues[i] = wanted.value
            WHEN 'GTE' THEN r.metricValues[i] >= wanted.value ELSE r.metricValues[i] > wanted.value END))
