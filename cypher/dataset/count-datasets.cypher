// Counts datasets.
// read
// $prefix        begins every key: that of a namespace, or of all datasets
// $nameContains  part of the name, in any case; null for all
// -> count
MATCH (d:Dataset)
WHERE d.key STARTS WITH $prefix AND ($nameContains IS NULL OR toLower(d.name) CONTAINS toLower($nameContains))
RETURN count(d) AS count
