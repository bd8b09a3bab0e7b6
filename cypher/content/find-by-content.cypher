// Finds a snapshot for each content: the one with the least key.
// read
// $contentKeys  [string]
// $asOf         epoch ms, null for now
// -> contentKey, key
UNWIND $contentKeys AS wanted
MATCH (n:Lineage {contentKey: wanted})
WHERE n:DatasetSnapshot AND /*: recorded-by(n, $asOf) */
RETURN wanted AS contentKey, min(n.key) AS key
