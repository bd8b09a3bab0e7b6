// Finds n and depth: everything that deleting the roots affects, as downstream-of-deleted.
// $roots  [string]  keys
// $asOf   epoch ms, null for now
UNWIND $roots AS rootKey
MATCH (root:Lineage {key: rootKey})
WHERE /*: recorded-by(root, $asOf) */
WITH collect(root) AS roots
/*: downstream-of-deleted(roots) */
