// Counts endpoints.
// read
// $prefix  begins every key: that of a namespace, or of all endpoints
// $name    null for all
// $stage   null for all
// -> count
MATCH (e:Endpoint)
WHERE e.key STARTS WITH $prefix
  AND ($name IS NULL OR e.name = $name)
  AND ($stage IS NULL OR coalesce(e.stage, 'DEVELOPMENT') = $stage)
RETURN count(e) AS count
