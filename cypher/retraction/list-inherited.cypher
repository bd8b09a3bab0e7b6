// Lists what files of folders inherited from the makers of the folders.
// read (inside a write transaction)
// $folders [map]  folder (key), maker (key; null for every maker)
// -> maker, file (keys)
UNWIND $folders AS wanted
MATCH (folder:Lineage {key: wanted.folder})-[contains:CONTAINS]->(file)
WHERE contains.retractedAt IS NULL
MATCH (file)<-[r:PRODUCED|DERIVED_INTO|EMITTED]-(maker)
WHERE r.inferred AND (wanted.maker IS NULL OR maker.key = wanted.maker)
RETURN DISTINCT maker.key AS maker, file.key AS file
