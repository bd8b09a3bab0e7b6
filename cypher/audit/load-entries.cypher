// Loads ledger entries by sequence number.
// read
// $sequences  [int]
// -> entry-columns
UNWIND $sequences AS wanted
MATCH (e:LedgerEntry {sequence: wanted})
RETURN /*: entry-columns */
