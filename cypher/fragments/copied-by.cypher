// True if no copy and no member on a path was retracted by a moment. They keep their type, so that the flow does not pass through
// them.
// (path, asOf)  asOf: epoch ms, null for now
// now: all(r IN relationships(path) WHERE r.retractedAt IS NULL OR NOT type(r) IN ['COPIED_AS', 'CONTAINS'])
all(r IN relationships(path) WHERE NOT type(r) IN ['COPIED_AS', 'CONTAINS'] OR r.retractedAt IS NULL OR coalesce(asOf < r.retractedAt, false))
