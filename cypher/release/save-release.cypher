// Saves the state of a release after a step. The previous state is kept as a revision, so that queries can return it as of an
// earlier time.
// write
// $id       UUID
// $state
// $reviews  JSON
// $checks, $policy  JSON: the checks as just evaluated, and the policy used
// $closedAt, $closedBy, $closeReason  null until the state is final
// $override
// $recordedAt  epoch ms
MATCH (r:Release {id: $id})
/*: keep-state(r) */
SET r.state = $state, r.reviews = $reviews, r.checks = $checks, r.policy = $policy,
    r.closedAt = $closedAt, r.closedBy = $closedBy, r.closeReason = $closeReason, r.override = $override, r.revisedAt = $recordedAt
