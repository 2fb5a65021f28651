// In an exported script: whom entities represent, by the place of the office among those of its entity.
// @mode    write
// @param   rows LIST<MAP> entity, represented, properties with an index
UNWIND $rows AS row
MERGE (n:Entity {id: row.entity})
MERGE (other:Entity {id: row.represented})
MERGE (n)-[r:REPRESENTS {index: row.properties.index}]->(other)
SET r = row.properties
