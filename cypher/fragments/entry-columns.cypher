// The columns of e, a LedgerEntry.
// -> sequence, at (epoch ms), by, action, targets, detail (JSON text), previousHash, hash
e.sequence AS sequence, e.at AS at, e.by AS by, e.action AS action, e.targets AS targets,
e.detail AS detail, e.previousHash AS previousHash, e.hash AS hash
