// Lists a page of the ledger's entries, oldest first.
// read
// $target  key among the targets, null for all
// $by, $action  null for all
// $since, $until  epoch ms, from and up to but not including; nulls for all
// $position    sequence: begins beyond this place; null for the first page
// $limit       rows at most
// -> sequence, at (epoch ms), by, action, targets, detail (JSON text), previousHash, hash
MATCH (e:LedgerEntry)
WHERE e.sequence > coalesce($position, 0)
  AND ($target IS NULL OR $target IN e.targets) AND ($by IS NULL OR e.by = $by) AND ($action IS NULL OR e.action = $action)
  AND ($since IS NULL OR e.at >= $since) AND ($until IS NULL OR e.at < $until)
RETURN e.sequence AS sequence, e.at AS at, e.by AS by, e.action AS action, e.targets AS targets,
       e.detail AS detail, e.previousHash AS previousHash, e.hash AS hash
ORDER BY sequence
LIMIT $limit
