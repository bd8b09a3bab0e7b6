// Finds the downstream closure of nodes: the closest nodes, and counts over the whole closure on every row.
// read
// $roots      [string]  keys
// $asOf       epoch ms, null for now: only relationships recorded until then are traversed
// the parameters of closure-page
// -> the columns of closure-page
/*: downstream-of-roots(flow, walked-by) */
/*: closure-page */
