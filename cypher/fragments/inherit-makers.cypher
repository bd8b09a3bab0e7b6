// Connects what made a folder to file, one of its files, unless it is connected already.
// (Type)  of the relationship
// $recordedAt  epoch ms
CALL (file, folder, sequence) {
  MATCH (folder)<-[made:Type]-(maker)
  WHERE maker <> file AND NOT EXISTS { (maker)-[:Type]->(file) }
  WITH DISTINCT file, maker, made.role AS role, sequence
  CREATE (maker)-[:Type {role: role, inferred: true, recordedAt: $recordedAt, sequence: sequence}]->(file)
}
