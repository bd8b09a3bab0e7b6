// Connects the files of folders to what made the folders: whatever produced, was derived into or emitted a folder, did the
// same with its files.
// write
// $parts [map]  file, folder (keys), sequence
// $recordedAt  epoch ms
// -> key (of a file that was connected), sequence
UNWIND $parts AS part
MATCH (folder:Lineage {key: part.folder})
MATCH (file:Lineage {key: part.file})
WITH file, folder, part.sequence AS sequence
/*: inherit-makers(PRODUCED, produced) */
/*: inherit-makers(DERIVED_INTO, derived) */
/*: inherit-makers(EMITTED, emitted) */
WITH file, sequence
WHERE produced + derived + emitted > 0
RETURN file.key AS key, max(sequence) AS sequence
