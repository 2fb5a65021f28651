// In an exported script: who is quoted.
// @mode    write
// @param   rows LIST<MAP> statement, entity
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MERGE (e:Entity {id: row.entity})
MERGE (s)-[:ATTRIBUTED_TO]->(e)
