// Loads the parameters, metrics and tags of runs, or the metrics of model versions. Separate from the other properties, because there may be thousands of them.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> owner (key), parameterNames, parameterValues (parallel lists), metricRecords, tagRecords (JSON texts)
UNWIND $keys AS owner
MATCH (r:Lineage {key: owner})
WITH owner, /*: state-at(r) */ AS state
RETURN owner, coalesce(state.parameterNames, []) AS parameterNames, coalesce(state.parameterValues, []) AS parameterValues,
       coalesce(state.metricRecords, []) AS metricRecords, coalesce(state.tagRecords, []) AS tagRecords
