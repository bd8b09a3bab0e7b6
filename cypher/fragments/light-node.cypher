// The columns with which an answer shows a lineage node without loading it.
// (n)
n.key AS key, n.title AS title, n.recordedAt AS recordedAt, coalesce(n.stub, false) AS isStub
