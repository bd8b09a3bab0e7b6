// Lists a page of models by key, from a place on.
// read
// $prefix        begins every key: that of a namespace, or of all models
// $nameContains  part of the name, in any case; null for all
// $afterKey      begins after this place in the direction of the page; null for the first page
// $isBackward    from the end
// $limit         rows at most
// -> key
MATCH (m:Model)
WHERE m.key STARTS WITH $prefix
  AND ($nameContains IS NULL OR toLower(m.name) CONTAINS toLower($nameContains))
  AND ($afterKey IS NULL OR CASE WHEN $isBackward THEN m.key < $afterKey ELSE m.key > $afterKey END)
RETURN m.key AS key
ORDER BY CASE WHEN $isBackward THEN '' ELSE key END, CASE WHEN $isBackward THEN key ELSE '' END DESC
LIMIT $limit
