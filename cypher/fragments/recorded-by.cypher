// True if a node or relationship was recorded by a moment, and a node not retracted.
// (element, asOf)  asOf: epoch ms, null for now
// now: (element.retractedAt IS NULL)
CASE WHEN asOf IS NULL THEN element.retractedAt IS NULL ELSE element.recordedAt <= asOf AND coalesce(asOf < element.retractedAt, true) END
