// Ends the current aliases of model versions. Ended ones remain for queries about earlier times.
// write
// $keys        [string]
// $recordedAt  epoch ms
// $sequence    ledger entry
// ->
UNWIND $keys AS wanted
MATCH (v:ModelVersion&Lineage {key: wanted})<-[a:HAS_ALIAS]-(:Model)
WHERE a.endedAt IS NULL
SET a.endedAt = $recordedAt, a.endSequence = $sequence
