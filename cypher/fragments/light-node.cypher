// The columns with which an answer shows a lineage node without loading it.
// (n)
// $asOf  epoch ms, null for now
n.key AS key, /*: title-at(n) */ AS title, n.recordedAt AS recordedAt, /*: stub-at(n) */ AS isStub
