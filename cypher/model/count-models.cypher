// Counts models.
// read
// $prefix        begins every key: that of a namespace, or of all models
// $nameContains  part of the name, in any case; null for all
// -> count
MATCH (m:Model)
WHERE m.key STARTS WITH $prefix AND ($nameContains IS NULL OR toLower(m.name) CONTAINS toLower($nameContains))
RETURN count(m) AS count
