// True if a node or relationship was recorded by a moment.
// (element, asOf)  asOf: epoch ms, null for now
(asOf IS NULL OR element.recordedAt <= asOf)
