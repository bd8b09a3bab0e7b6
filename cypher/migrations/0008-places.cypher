// More stores and schemes have known places and name forms, and some places are compared with few others. The start of the
// server derives those of existing nodes and datasets again before it verifies the migration.
MATCH (n:DatasetSnapshot|ModelVersion) WHERE n.place STARTS WITH 'relative:'
RETURN count(n) = 0 AS took
