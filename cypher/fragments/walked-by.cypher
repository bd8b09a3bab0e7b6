// True if every relationship of a path was recorded by a moment.
// (path, asOf)  asOf: epoch ms, null for now
all(r IN relationships(path) WHERE /*: recorded-by(r, asOf) */)
