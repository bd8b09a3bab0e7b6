// The key of the run that first was recorded to have produced a node; null for none.
// (node)
// $asOf  epoch ms, null for now
head(COLLECT { MATCH (node)<-[p:PRODUCED/*: or-retracted */]-(r:Run) WHERE /*: is-flow(p, PRODUCED, $asOf) */ RETURN r.key ORDER BY p.sequence, r.key LIMIT 1 })
