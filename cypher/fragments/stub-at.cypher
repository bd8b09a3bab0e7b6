// True if a lineage node was only referenced and not registered.
// (node)
// $asOf  epoch ms, null for now
coalesce((/*: state-at(node) */).stub, false)
