// Finds a snapshot for each content: the one with the least key.
// read
// $contentKeys  [string]
// -> contentKey, key
UNWIND $contentKeys AS wanted
MATCH (n:Lineage {contentKey: wanted})
WHERE n:DatasetSnapshot
RETURN wanted AS contentKey, min(n.key) AS key
