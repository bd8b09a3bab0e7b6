// Lists the recorded files of folders.
// read (inside a write transaction)
// $folders [map]  key, sequence (returned with each of its files)
// -> file, folder (keys), sequence
UNWIND $folders AS row
MATCH (folder:Lineage {key: row.key})-[contains:CONTAINS]->(file)
WHERE contains.retractedAt IS NULL
RETURN file.key AS file, folder.key AS folder, row.sequence AS sequence
