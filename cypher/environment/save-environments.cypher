// Creates or completes environments. Registered packages become INSTALLS relationships, so that queries find environments
// by package although packages are not part of the lineage.
// write
// the parameters of save-nodes
/*: save-nodes(e, Environment) */
WITH e, row WHERE row.fields.packageKeys IS NOT NULL
UNWIND range(0, size(e.packageKeys) - 1) AS i
// A package from a path or an address has no name to query.
WITH e, row, i WHERE e.packageKeys[i] <> ''
MERGE (p:PackageRelease {key: e.packageKeys[i]})
ON CREATE SET p.name = e.packageNames[i], p.version = CASE e.packageVersions[i] WHEN '' THEN null ELSE e.packageVersions[i] END, p.recordedAt = $recordedAt
CREATE (e)-[:INSTALLS {position: i, recordedAt: $recordedAt, sequence: row.sequence}]->(p)
