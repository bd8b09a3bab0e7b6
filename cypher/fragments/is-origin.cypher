// True if a relationship leads from a recorded origin: not identical content, and not a stub without an upstream of its own.
// (edge, upstream, asOf)  asOf: epoch ms, null for now
coalesce(edge.kind, type(edge)) <> 'SAME_CONTENT' AND /*: flows-at(edge, asOf) */
AND (NOT coalesce(upstream.stub, false) OR EXISTS { (upstream)<-[:/*: flow */]-() })
