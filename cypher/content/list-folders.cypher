// Lists the folders of files.
// read (inside a write transaction)
// $files [map]  key, sequence (returned with each of its folders)
// -> file, folder (keys), sequence
UNWIND $files AS row
MATCH (:Lineage {key: row.key})<-[contains:CONTAINS]-(folder)
WHERE contains.retractedAt IS NULL
RETURN row.key AS file, folder.key AS folder, row.sequence AS sequence
