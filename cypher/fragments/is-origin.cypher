// True if a relationship leads from a recorded origin: not identical content, and not a stub without an upstream of its own.
// (edge, upstream, asOf)  asOf: epoch ms, null for now
type(edge) <> 'SAME_CONTENT' AND /*: recorded-by(edge, asOf) */
AND (NOT coalesce(upstream.stub, false) OR EXISTS { (upstream)<-[:/*: flow */]-() })
