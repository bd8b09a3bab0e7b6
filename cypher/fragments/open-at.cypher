// True if something had begun by a moment and had not ended by then: an alias, a release.
// (began, ended, asOf)  asOf: epoch ms, null for now; ended: null while it is open
CASE WHEN asOf IS NULL THEN ended IS NULL ELSE began <= asOf AND coalesce(ended > asOf, true) END
