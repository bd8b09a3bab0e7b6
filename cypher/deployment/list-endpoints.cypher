// Lists a page of endpoints by key, from a place on.
// read
// $prefix      begins every key: that of a namespace, or of all endpoints
// $name        null for all
// $stage       null for all
// $afterKey    begins after this place in the direction of the page; null for the first page
// $isBackward  from the end
// $limit       rows at most
// -> key, stage (DEVELOPMENT for one that was only referred to)
MATCH (e:Endpoint)
WHERE e.key STARTS WITH $prefix
  AND ($name IS NULL OR e.name = $name)
  AND ($stage IS NULL OR coalesce(e.stage, 'DEVELOPMENT') = $stage)
  AND ($afterKey IS NULL OR CASE WHEN $isBackward THEN e.key < $afterKey ELSE e.key > $afterKey END)
RETURN e.key AS key, coalesce(e.stage, 'DEVELOPMENT') AS stage
ORDER BY CASE WHEN $isBackward THEN '' ELSE key END, CASE WHEN $isBackward THEN key ELSE '' END DESC
LIMIT $limit
