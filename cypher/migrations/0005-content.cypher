// Content: snapshots and model versions are found by their digest, and those with the same content are joined.
CREATE INDEX lineage_content_key IF NOT EXISTS FOR (n:Lineage) ON (n.contentKey)
;
CREATE INDEX lineage_content_digest IF NOT EXISTS FOR (n:Lineage) ON (n.contentDigest)
;
CREATE INDEX lineage_centre_of IF NOT EXISTS FOR (n:Lineage) ON (n.centreOf)
;
CREATE INDEX lineage_origin_of IF NOT EXISTS FOR (n:Lineage) ON (n.originOf)
;
CREATE INDEX folder_member_content_key IF NOT EXISTS FOR (n:FolderMember) ON (n.contentKey)
;
CREATE INDEX folder_member_path IF NOT EXISTS FOR (n:FolderMember) ON (n.folder, n.path)
;
CALL db.awaitIndexes(120)
;
// Nodes that were recorded before this migration. The rule is that of src/catalog/content/content-digest.ts.
MATCH (n:DatasetSnapshot|ModelVersion)
WITH n, coalesce(n.digest, n.artifactDigest) AS digest, coalesce(n.sizeBytes, n.artifactSizeBytes, 1) AS size
WHERE digest IS NOT NULL AND size > 0
WITH n, CASE WHEN digest =~ '[A-Za-z0-9_+.-]+:[0-9A-Fa-f]+' THEN toLower(digest) ELSE digest END AS digest
WHERE NOT digest IN [
  'md5:d41d8cd98f00b204e9800998ecf8427e', 'md5:d751713988987e9331980363e24189ce.dir', 'sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855']
SET n.contentDigest = digest, n.contentKey = digest + ' ' + n.namespace
;
MATCH (n:DatasetSnapshot|ModelVersion)
WHERE n.contentKey IS NOT NULL
WITH n ORDER BY n.sequence, n.key
WITH n.contentKey AS contentKey, collect(n) AS identical
WITH contentKey, identical, head(identical) AS centre
SET centre.centreOf = contentKey
WITH identical, centre
UNWIND tail(identical) AS n
CREATE (n)-[:SAME_CONTENT {recordedAt: timestamp(), sequence: n.sequence}]->(centre),
       (centre)-[:SAME_CONTENT {recordedAt: timestamp(), sequence: n.sequence}]->(n)
;
MATCH (centre:DatasetSnapshot|ModelVersion)
WHERE centre.centreOf IS NOT NULL
WITH centre ORDER BY centre.sequence, centre.key
WITH centre.contentDigest AS contentDigest, collect(centre) AS copies
WITH contentDigest, copies, head(copies) AS origin
SET origin.originOf = contentDigest
WITH copies, origin
UNWIND tail(copies) AS copy
CREATE (copy)-[:COPIED_AS {recordedAt: timestamp(), sequence: copy.sequence}]->(origin),
       (origin)-[:COPIED_AS {recordedAt: timestamp(), sequence: copy.sequence}]->(copy)
;
SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' AND name IN
['lineage_content_key', 'lineage_content_digest', 'lineage_centre_of', 'lineage_origin_of', 'folder_member_content_key', 'folder_member_path']
RETURN count(*) = 6 AS took
