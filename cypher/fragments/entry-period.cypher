// True if e, a LedgerEntry, was written in a period.
// $since, $until  epoch ms, inclusive and exclusive; null for no limit
($since IS NULL OR e.at >= $since) AND ($until IS NULL OR e.at < $until)
