// Joins file, a snapshot or model version, to folder, a snapshot that contains it.
// (isIndirect)  true if this follows from another name of the folder, whose declaration can be retracted
// $recordedAt  epoch ms
// -> file, folder (keys), sequence; no row if they are joined already
WITH DISTINCT file, folder, sequence
WHERE file <> folder AND NOT EXISTS { (file)-[known:PART_OF]->(folder) WHERE isIndirect OR known.byOtherName IS NULL }
CREATE (file)-[:PART_OF {recordedAt: $recordedAt, sequence: sequence, byOtherName: CASE WHEN isIndirect THEN true END}]->(folder),
       (folder)-[:CONTAINS {recordedAt: $recordedAt, sequence: sequence, byOtherName: CASE WHEN isIndirect THEN true END}]->(file)
RETURN file.key AS file, folder.key AS folder, sequence
