// True if every relationship of a path is part of answers at a moment.
// (path, asOf)  asOf: epoch ms, null for now
all(r IN relationships(path) WHERE /*: flows-at(r, asOf) */)
