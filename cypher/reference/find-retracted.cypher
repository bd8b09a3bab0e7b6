// Finds which nodes were retracted by a moment, and the decision.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> key, at (epoch ms), by, reason, sequence (of the ledger entry)
UNWIND $keys AS wanted
MATCH (n:Lineage {key: wanted})
WHERE n.retractedAt <= coalesce($asOf, n.retractedAt)
RETURN DISTINCT n.key AS key, n.retractedAt AS at, n.retractedBy AS by, n.retractionReason AS reason, n.retractedSequence AS sequence
