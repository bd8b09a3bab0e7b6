// Ends the current aliases of model versions.
// write
// $keys        [string]
// $recordedAt  epoch ms
// $sequence    ledger entry
// ->
UNWIND $keys AS wanted
MATCH (v:ModelVersion&Lineage {key: wanted})
/*: end-aliases(v) */
