// Creates or completes runs, and connects each to the run that started it, if that is known.
// write
// the parameters of save-nodes
/*: save-nodes(r, Run) */
WITH r, row WHERE row.fields.parentKey IS NOT NULL
MATCH (parent:Lineage {key: row.fields.parentKey})
MERGE (r)-[:PARENT_RUN]->(parent)
