// True if e, a LedgerEntry, matches the filter of a list, apart from its time.
// $target       key that is among the targets; null for all
// $by           person, compared without letter case; null for all
// $action       null for all
($target IS NULL OR $target IN e.targets) AND ($by IS NULL OR /*: person(e.by) */ = /*: person($by) */) AND ($action IS NULL OR e.action = $action)
