// Returns unrecorded: the keys of folders whose members were not recorded, and that are the node or may contain it: those with
// a name that begins its path, under every name of its dataset and of theirs.
// (node)
// $asOf  epoch ms, null for now
WITH node AS asked
CALL (asked) {
  MATCH (asked)-[:VERSION_OF]->(own:Dataset)
  CALL (asked, own) {
    /*: declared-datasets(own, $asOf) */
    WITH split(d.key, '%2F') AS parts
    // The key of the dataset of an enclosing folder is a part of the key.
    UNWIND /*: enclosing-keys(parts) */ AS enclosing
    MATCH (outer:Dataset {key: enclosing})
    CALL (outer) {
      /*: declared-datasets(outer, $asOf) */
      RETURN d AS container
    }
    MATCH (container)<-[:VERSION_OF]-(folder)
    WHERE folder.isFolder AND folder.memberCount IS NULL AND /*: recorded-by(folder, $asOf) */
    RETURN folder.key AS folderKey
    UNION
    // The same folder under another name.
    WITH asked, own
    WHERE EXISTS { (own)-[:ALIAS_OF/*: or-retracted */]-() }
    MATCH (asked)-[same:SAME_CONTENT/*: or-retracted */]->(folder)
    WHERE same.role = 'alias' AND /*: flows-at(same, $asOf) */ AND folder.isFolder AND folder.memberCount IS NULL
    RETURN folder.key AS folderKey
  }
  WITH folderKey ORDER BY folderKey LIMIT 100
  RETURN collect(folderKey) AS folderKeys
}
RETURN CASE WHEN asked.isFolder AND asked.memberCount IS NULL THEN [asked.key] ELSE [] END + folderKeys AS unrecorded
