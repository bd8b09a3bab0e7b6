// True if a run was recorded to have been started by another one.
// (run, starter)  starter: key
// $asOf  epoch ms, null for now
/*: recorded-by(run, $asOf) */ AND /*: state-at(run) */.parentKey = starter
