// In an exported script: whom entities represent, by the place of the office among those that a data set tells of its entity.
// @mode    write
// @param   rows LIST<MAP> entity, represented, properties with dataset and index
UNWIND $rows AS row
MERGE (n:Entity {id: row.entity})
MERGE (other:Entity {id: row.represented})
MERGE (n)-[r:REPRESENTS {dataset: row.properties.dataset, index: row.properties.index}]->(other)
SET r = row.properties
