// True if every relationship of a path that may pass through copies is part of answers at a moment.
// (path, asOf)  asOf: epoch ms, null for now
/*: walked-by(path, asOf) */ AND /*: copied-by(path, asOf) */
