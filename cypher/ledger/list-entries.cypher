// Reads a stretch of the ledger in order.
// read
// $after  sequence after which to begin
// $limit  entries at most
// -> entry-columns
MATCH (e:LedgerEntry) WHERE e.sequence > $after
RETURN /*: entry-columns */
ORDER BY sequence
LIMIT $limit
