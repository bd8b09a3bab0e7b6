// Saves the state of a release after a step.
// write
// $id       UUID
// $state
// $reviews  JSON
// $checks, $policy  JSON: the checks as just evaluated, and the policy used
// $closedAt, $closedBy, $closeReason  null until the state is final
// $override
MATCH (r:Release {id: $id})
SET r.state = $state, r.reviews = $reviews, r.checks = $checks, r.policy = $policy,
    r.closedAt = $closedAt, r.closedBy = $closedBy, r.closeReason = $closeReason, r.override = $override
