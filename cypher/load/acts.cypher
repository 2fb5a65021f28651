// Who acted for parties of claims.
// @mode    write
// @param   load STRING    the load
// @param   rows LIST<MAP> claim, entity, properties
UNWIND $rows AS row
MATCH (c:Claim {load: $load, id: row.claim})
USING INDEX SEEK c:Claim(load, id)
MATCH (e:Entity {id: row.entity})
CREATE (e)-[a:ACTS_IN]->(c)
SET a = row.properties
