// True if r, a Release, matches the filter of a list. The first line is for the index.
// $states       [string]
// $endpointKey  null for all
// $asOf         epoch ms, null for now
r.state IN CASE WHEN $asOf IS NULL THEN $states ELSE ['PROPOSED', 'APPROVED', 'DEPLOYED', 'REJECTED', 'WITHDRAWN'] END
  AND ($endpointKey IS NULL OR r.endpointKey = $endpointKey) AND /*: release-at */ AND (/*: state-at(r) */).state IN $states
