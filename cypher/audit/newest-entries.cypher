// Lists a page of ledger entries, newest first. A separate file from oldest-entries, because the index provides one order each.
// read
// the parameters of entry-filter and entry-period
// $position    sequence number after which the page starts; null for the first page
// $limit       maximum number of rows
// -> entry-columns
MATCH (e:LedgerEntry)
WHERE e.sequence < coalesce($position, 9007199254740991)
  AND /*: entry-filter */
  AND /*: entry-period */
RETURN /*: entry-columns */
ORDER BY sequence DESC
LIMIT $limit
