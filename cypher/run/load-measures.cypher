// Loads the parameters and metrics of runs. Apart from their other properties, since there may be thousands of them.
// read
// $keys  [string]
// -> owner (key), parameterNames, parameterValues (parallel lists), metricRecords (a JSON text each)
UNWIND $keys AS owner
MATCH (r:Run&Lineage {key: owner})
RETURN owner, coalesce(r.parameterNames, []) AS parameterNames, coalesce(r.parameterValues, []) AS parameterValues,
       coalesce(r.metricRecords, []) AS metricRecords
