// Reads a stretch of the ledger in order.
// read
// $after  sequence after which to begin
// $limit  entries at most
// -> sequence, at (epoch ms), by, action, targets, detail (JSON text), previousHash, hash
MATCH (e:LedgerEntry) WHERE e.sequence > $after
RETURN e.sequence AS sequence, e.at AS at, e.by AS by, e.action AS action, e.targets AS targets,
       e.detail AS detail, e.previousHash AS previousHash, e.hash AS hash
ORDER BY sequence
LIMIT $limit
