// Finds r, and state, its state: the runs that match the filter of a list.
// $asOf           epoch ms, null for now
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
  // Runs that had the experiment at an earlier moment are among those that entries of the ledger changed since.
  UNWIND CASE WHEN $experiment IS NULL OR $asOf IS NULL THEN [] ELSE [$experiment] END AS wanted
  MATCH (entry:LedgerEntry) WHERE entry.at > $asOf
  UNWIND entry.targets AS target
  WITH DISTINCT wanted, target WHERE target STARTS WITH $prefix
  MATCH (r:Run&Lineage {key: target}) WHERE coalesce(r.experiment <> wanted, true)
  RETURN r
  UNION ALL
  UNWIND CASE WHEN $experiment IS NULL THEN [$prefix] ELSE [] END AS prefix
  MATCH (r:Run&Lineage) WHERE r.key STARTS WITH prefix
  RETURN r
}
WITH r, /*: state-at(r) */ AS state
WHERE /*: recorded-by(r, $asOf) */ AND ($experiment IS NULL OR state.experiment = $experiment)
  AND ($statuses IS NULL OR coalesce(state.status, 'SCHEDULED') IN $statuses)
  AND ($startedAfter IS NULL OR state.startedAt >= $startedAfter)
  AND ($startedBefore IS NULL OR state.startedAt < $startedBefore)
  AND all(wanted IN $parameters WHERE any(i IN range(0, size(coalesce(state.parameterNames, [])) - 1)
          WHERE state.parameterNames[i] = wanted.name AND state.parameterValues[i] = wanted.value))
  AND all(wanted IN $tags WHERE wanted IN coalesce(state.tagRecords, []))
  AND all(wanted IN $metrics WHERE any(i IN range(0, size(coalesce(state.metricNames, [])) - 1)
          WHERE state.metricNames[i] = wanted.name AND CASE wanted.comparison
            WHEN 'LT' THEN state.metricValues[i] < wanted.value WHEN 'LTE' THEN state.metricValues[i] <= wanted.value
            WHEN 'EQ' THEN state.metricValues[i] = wanted.value
            WHEN 'GTE' THEN state.metricValues[i] >= wanted.value ELSE state.metricValues[i] > wanted.value END))
