// True if every relationship of a path is part of answers at a moment. The pattern of the path includes or-retracted.
// (path, asOf)  asOf: epoch ms, null for now
// now: true
all(r IN relationships(path) WHERE /*: flows-at(r, asOf) */)
