// Whom entities represent, by which office and when.
// @mode    write
// @param   rows LIST<MAP> entity, represented, properties
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})
MATCH (other:Entity {id: row.represented})
CREATE (e)-[r:REPRESENTS]->(other)
SET r = row.properties
