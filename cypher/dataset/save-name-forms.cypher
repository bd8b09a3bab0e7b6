// Saves the forms of the names of existing datasets.
// write
// $rows [map]  key, nameForm
UNWIND $rows AS row
MATCH (d:Dataset {key: row.key})
SET d.nameForm = row.nameForm
