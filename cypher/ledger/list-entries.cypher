// Lists entries of the ledger in order.
// read
// $after  sequence after which the list starts
// $limit  maximum number of entries
// -> entry-columns
MATCH (e:LedgerEntry) WHERE e.sequence > $after
RETURN /*: entry-columns */
ORDER BY sequence
LIMIT $limit
