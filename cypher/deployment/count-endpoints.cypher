// Counts endpoints.
// read
// $prefix  begins every key: that of a namespace, or of all endpoints
// $stage   null for all
// -> count
MATCH (e:Endpoint)
WHERE e.key STARTS WITH $prefix
  AND ($stage IS NULL OR coalesce(e.stage, 'DEVELOPMENT') = $stage)
RETURN count(e) AS count
