// Counts entries of the ledger that match a filter.
// read
// $target  key that is among the targets; null for all
// $by, $action  null for all
// $since, $until  epoch ms, inclusive and exclusive; null for no limit
// -> count
MATCH (e:LedgerEntry)
WHERE e.at >= coalesce($since, 0) AND e.at < coalesce($until, 9007199254740991)
  AND ($target IS NULL OR $target IN e.targets) AND ($by IS NULL OR e.by = $by) AND ($action IS NULL OR e.action = $action)
RETURN count(*) AS count
