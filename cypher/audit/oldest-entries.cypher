// Lists a page of ledger entries, oldest first.
// read
// the parameters of entry-filter and entry-period
// $position    sequence number after which the page starts; null for the first page
// $limit       maximum number of rows
// -> entry-columns
MATCH (e:LedgerEntry)
WHERE e.sequence > coalesce($position, 0)
  AND /*: entry-filter */
  AND /*: entry-period */
RETURN /*: entry-columns */
ORDER BY sequence
LIMIT $limit
