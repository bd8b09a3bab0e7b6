// True if a relationship is a flow of one type that is part of answers at a moment. A retracted one has the type RETRACTED, which
// the pattern has to name as well.
// (flow, Type, asOf)  asOf: epoch ms, null for now
// now: (type(flow) = 'Type')
CASE WHEN asOf IS NULL THEN type(flow) = 'Type'
     ELSE coalesce(flow.kind, type(flow)) = 'Type' AND flow.recordedAt <= asOf AND coalesce(asOf < flow.retractedAt, true) END
