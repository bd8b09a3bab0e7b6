// The key of the run that first was recorded to have produced a node; null for none.
// (node)
head(COLLECT { MATCH (node)<-[p:PRODUCED]-(r:Run) RETURN r.key ORDER BY p.sequence, r.key LIMIT 1 })
