// What a load declares of entities.
// @mode    write
// @param   rows LIST<MAP> properties of entities, with the load
UNWIND $rows AS row
CREATE (d:Declaration)
SET d = row
