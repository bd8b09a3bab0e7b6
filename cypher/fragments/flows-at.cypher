// True if a flow relationship is part of answers at a moment: recorded by then, and not retracted. A retracted relationship has
// the type RETRACTED.
// (flow, asOf)  asOf: epoch ms, null for now
// now: (type(flow) <> 'RETRACTED')
CASE WHEN asOf IS NULL THEN type(flow) <> 'RETRACTED' ELSE flow.recordedAt <= asOf AND coalesce(asOf < flow.retractedAt, true) END
