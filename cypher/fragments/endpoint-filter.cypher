// True if e, an Endpoint, matches the filter of a list.
// $asOf    epoch ms, null for now
// $prefix  prefix of the keys: that of a namespace, or of all endpoints
// $name    null for all
// $stage   null for all
e.key STARTS WITH $prefix AND /*: recorded-by(e, $asOf) */
  AND ($name IS NULL OR e.name = $name)
  AND ($stage IS NULL OR /*: endpoint-stage */ = $stage)
