// Loads lineage nodes in the order of their keys, with the properties from which their search words are derived.
// read
// $after  key after which to start; '' for the first nodes
// $limit  maximum number of rows
// -> key, fields (map of the properties, without the long texts of environments and the records of metrics)
MATCH (n:Lineage) WHERE n.key > $after
WITH n ORDER BY n.key LIMIT $limit
RETURN n.key AS key, n {.*, requirements: null, condaYaml: null, metricRecords: null} AS fields
