// Counts entries of the ledger that match a filter.
// read
// the parameters of entry-filter
// $since, $until  epoch ms, inclusive and exclusive; null for no limit
// -> count
MATCH (e:LedgerEntry)
WHERE e.at >= coalesce($since, 0) AND e.at < coalesce($until, 9007199254740991)
  AND /*: entry-filter */
RETURN count(*) AS count
