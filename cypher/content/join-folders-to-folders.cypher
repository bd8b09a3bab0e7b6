// Joins folders to the folders of their namespace that enclose them by name and have the same files there.
// write
// $folders [map]  key, sequence, subfolders (keys of the datasets with the names of the folders in it); new folders with members
// $recordedAt  epoch ms
// -> the columns of join-part
UNWIND $folders AS row
MATCH (new:Lineage {key: row.key})
CALL (row, new) {
  WITH new, split(new.datasetKey, '%2F') AS parts
  // The key of the dataset of an enclosing folder is a part of the key.
  UNWIND /*: enclosing-keys(parts) */ AS enclosing
  MATCH (:Dataset {key: enclosing})<-[:VERSION_OF]-(outer)
  RETURN new AS inner, outer
  UNION
  UNWIND row.subfolders AS subfolder
  MATCH (:Dataset {key: subfolder})<-[:VERSION_OF]-(inner)
  RETURN inner, new AS outer
}
WITH row.sequence AS sequence, inner AS file, outer AS folder, substring(inner.name, size(outer.name) + 1) AS path
WHERE /*: encloses(file, folder, path) */
/*: join-part(false) */
