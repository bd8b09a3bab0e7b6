// Loads lineage nodes with an address in the order of their keys.
// read
// $after  key after which to start; '' for the first nodes
// $limit  maximum number of rows
// -> key, address
MATCH (n:Lineage) WHERE n.key > $after AND coalesce(n.uri, n.artifactUri) IS NOT NULL
WITH n ORDER BY n.key LIMIT $limit
RETURN n.key AS key, coalesce(n.uri, n.artifactUri) AS address
