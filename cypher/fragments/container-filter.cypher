// True if a dataset or model matches the filter of a list.
// (container)
// $asOf          epoch ms, null for now
// $prefix        prefix of the keys: that of a namespace, or of all containers of the kind
// $nameContains  substring of the name, case-insensitive; null for all
container.key STARTS WITH $prefix AND /*: has-members(container, $asOf) */ AND ($nameContains IS NULL OR toLower(container.name) CONTAINS toLower($nameContains))
