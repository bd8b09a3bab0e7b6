// Loads the parameters, metrics and tags of runs. Separate from the other properties, because there may be thousands of them.
// read
// $keys  [string]
// -> owner (key), parameterNames, parameterValues (parallel lists), metricRecords, tagRecords (JSON texts)
UNWIND $keys AS owner
MATCH (r:Run&Lineage {key: owner})
RETURN owner, coalesce(r.parameterNames, []) AS parameterNames, coalesce(r.parameterValues, []) AS parameterValues,
       coalesce(r.metricRecords, []) AS metricRecords, coalesce(r.tagRecords, []) AS tagRecords
