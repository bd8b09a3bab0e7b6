// Loads ledger entries by sequence number.
// read
// $sequences  [int]
// -> sequence, at (epoch ms), by, action, targets, detail (JSON text), previousHash, hash
UNWIND $sequences AS wanted
MATCH (e:LedgerEntry {sequence: wanted})
RETURN e.sequence AS sequence, e.at AS at, e.by AS by, e.action AS action, e.targets AS targets,
       e.detail AS detail, e.previousHash AS previousHash, e.hash AS hash
