// Parties of claims, one relationship for each spell.
// @mode    write
// @param   load STRING    the load
// @param   rows LIST<MAP> claim, entity, properties
UNWIND $rows AS row
MATCH (c:Claim {load: $load, id: row.claim})
MATCH (e:Entity {id: row.entity})
CREATE (e)-[p:PARTY_TO]->(c)
SET p = row.properties
