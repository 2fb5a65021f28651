// In an exported script: parties of claims, one relationship for each spell, by its place among the parties of its claim.
// @mode    write
// @param   rows LIST<MAP> claim, entity, properties with an index
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MERGE (e:Entity {id: row.entity})
MERGE (e)-[p:PARTY_TO {index: row.properties.index}]->(c)
SET p = row.properties
