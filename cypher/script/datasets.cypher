// In an exported script: data sets.
// @mode    write
// @param   rows LIST<MAP> properties of data sets
UNWIND $rows AS row
MERGE (n:Dataset {id: row.id})
SET n = row
