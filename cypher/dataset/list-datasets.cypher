// Lists a page of datasets by key, from a place on.
// read
// $prefix        begins every key: that of a namespace, or of all datasets
// $nameContains  part of the name, in any case; null for all
// $afterKey      begins after this place in the direction of the page; null for the first page
// $isBackward    from the end
// $limit         rows at most
// -> key
MATCH (d:Dataset)
WHERE d.key STARTS WITH $prefix
  AND ($nameContains IS NULL OR toLower(d.name) CONTAINS toLower($nameContains))
  AND ($afterKey IS NULL OR CASE WHEN $isBackward THEN d.key < $afterKey ELSE d.key > $afterKey END)
RETURN d.key AS key
ORDER BY CASE WHEN $isBackward THEN '' ELSE key END, CASE WHEN $isBackward THEN key ELSE '' END DESC
LIMIT $limit
