// Joins file, a snapshot or model version, to folder, a snapshot that contains it.
// $recordedAt  epoch ms
// -> file, folder (keys), sequence; no row if they are joined already
WITH DISTINCT file, folder, sequence
WHERE file <> folder AND NOT EXISTS { (file)-[:PART_OF]->(folder) }
CREATE (file)-[:PART_OF {recordedAt: $recordedAt, sequence: sequence}]->(folder),
       (folder)-[:CONTAINS {recordedAt: $recordedAt, sequence: sequence}]->(file)
RETURN file.key AS file, folder.key AS folder, sequence
