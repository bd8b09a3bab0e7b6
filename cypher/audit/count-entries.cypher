// Counts the ledger's entries.
// read
// $target  key among the targets, null for all
// $by, $action  null for all
// $since, $until  epoch ms, from and up to but not including; nulls for all
// -> count
MATCH (e:LedgerEntry)
WHERE e.at >= coalesce($since, 0) AND e.at < coalesce($until, 9007199254740991)
  AND ($target IS NULL OR $target IN e.targets) AND ($by IS NULL OR e.by = $by) AND ($action IS NULL OR e.action = $action)
RETURN count(*) AS count
