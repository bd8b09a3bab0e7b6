// Finds d: a dataset and those that were declared to be the same, directly or through other names.
// (one, asOf)  asOf: epoch ms, null for now
CALL (one) {
  // Planned as a pruning breadth-first expansion.
  MATCH p = (one)-[:ALIAS_OF/*: or-retracted */*0..]-(d)
  WHERE /*: walked-by(p, asOf) */
  WITH d, min(length(p)) AS hops
  RETURN d
}
