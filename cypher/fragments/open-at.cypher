// True if an alias, a release or a recall had started by a moment and had not ended by then.
// (began, ended, asOf)  asOf: epoch ms, null for now; ended: null while it is open
// now: (ended IS NULL)
CASE WHEN asOf IS NULL THEN ended IS NULL ELSE began <= asOf AND coalesce(ended > asOf, true) END
