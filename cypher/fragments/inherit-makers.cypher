// Connects what made a folder to file, one of its files, unless it is connected already.
// (Type, inherited)  Type: of the relationship; inherited: name of the column with the number of new ones
// $recordedAt  epoch ms
CALL (file, folder, sequence) {
  MATCH (folder)<-[made:Type]-(maker)
  WHERE maker <> file AND NOT EXISTS { (maker)-[:Type]->(file) }
  WITH DISTINCT file, maker, made.role AS role, sequence
  CREATE (maker)-[:Type {role: role, inferred: true, recordedAt: $recordedAt, sequence: sequence}]->(file)
  RETURN count(*) AS inherited
}
