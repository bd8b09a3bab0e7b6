// Returns unrecorded: the keys of folders whose members were not recorded, and that are the node or may contain it: those of
// its namespace with a name that begins its path.
// (node)
// $asOf  epoch ms, null for now
WITH node AS asked
WITH asked, CASE WHEN asked:DatasetSnapshot THEN split(asked.datasetKey, '%2F') ELSE [] END AS parts
RETURN CASE WHEN asked.isFolder AND asked.memberCount IS NULL THEN [asked.key] ELSE [] END + COLLECT {
  // The key of the dataset of an enclosing folder is a part of the key.
  UNWIND /*: enclosing-keys(parts) */ AS enclosing
  MATCH (:Dataset {key: enclosing})<-[:VERSION_OF]-(folder)
  WHERE folder.isFolder AND folder.memberCount IS NULL AND /*: recorded-by(folder, $asOf) */
  RETURN folder.key ORDER BY folder.key LIMIT 100
} AS unrecorded
