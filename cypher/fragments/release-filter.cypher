// True if r, a Release, matches the filter of a list.
// $states       [string]
// $endpointKey  null for all
r.state IN $states AND ($endpointKey IS NULL OR r.endpointKey = $endpointKey)
