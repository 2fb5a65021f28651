// Who is quoted by statements, where it is not the publisher.
// @mode    write
// @param   load STRING    the load
// @param   rows LIST<MAP> statement, entity
UNWIND $rows AS row
MATCH (s:Statement {load: $load, id: row.statement})
USING INDEX SEEK s:Statement(load, id)
MATCH (e:Entity {id: row.entity})
CREATE (s)-[:ATTRIBUTED_TO]->(e)
