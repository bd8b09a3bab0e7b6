// Creates a release of a model version for an endpoint.
// write
// $id               UUID
// $modelVersionKey, $endpointKey
// $state, $trafficPercent, $note, $by (the author), $checks (JSON), $policy (JSON)
// $recordedAt       epoch ms
// $sequence         of the ledger entry
CREATE (r:Release {
  id: $id, state: $state, modelVersionKey: $modelVersionKey, endpointKey: $endpointKey, trafficPercent: $trafficPercent, note: $note,
  proposedBy: $by, recordedAt: $recordedAt, sequence: $sequence, checks: $checks, policy: $policy, reviews: '[]', override: false})
WITH r
MATCH (v:ModelVersion&Lineage {key: $modelVersionKey})
CREATE (r)-[:PROPOSES]->(v)
WITH r
MATCH (e:Endpoint {key: $endpointKey})
CREATE (r)-[:PROPOSED_FOR]->(e)
