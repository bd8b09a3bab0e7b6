// Lists a page of ledger entries, oldest first.
// read
// $target  key that is among the targets; null for all
// $by, $action  null for all
// $since, $until  epoch ms, inclusive and exclusive; null for no limit
// $position    sequence number after which the page starts; null for the first page
// $limit       maximum number of rows
// -> sequence, at (epoch ms), by, action, targets, detail (JSON text), previousHash, hash
MATCH (e:LedgerEntry)
WHERE e.sequence > coalesce($position, 0)
  AND ($target IS NULL OR $target IN e.targets) AND ($by IS NULL OR e.by = $by) AND ($action IS NULL OR e.action = $action)
  AND ($since IS NULL OR e.at >= $since) AND ($until IS NULL OR e.at < $until)
RETURN e.sequence AS sequence, e.at AS at, e.by AS by, e.action AS action, e.targets AS targets,
       e.detail AS detail, e.previousHash AS previousHash, e.hash AS hash
ORDER BY sequence
LIMIT $limit
