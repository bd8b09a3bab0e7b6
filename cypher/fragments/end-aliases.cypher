// Ends the current aliases of version, a ModelVersion. Ended ones remain for queries about earlier times. The removal is observed
// at the time of the decision, so that an older observation does not set an alias again.
// (version)
// $recordedAt  epoch ms
// $sequence    ledger entry
MATCH (version)<-[a:HAS_ALIAS]-(m:Model)
WHERE a.endedAt IS NULL
SET a.endedAt = $recordedAt, a.endSequence = $sequence
CREATE (m)-[:WITHOUT_ALIAS {alias: a.alias, observedAt: $recordedAt}]->(m)
