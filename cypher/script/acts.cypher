// In an exported script: who acted for a party, by the place of the party and its own among those who acted for it.
// @mode    write
// @param   rows LIST<MAP> claim, entity, properties with party and index
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MERGE (e:Entity {id: row.entity})
MERGE (e)-[a:ACTS_IN {party: row.properties.party, index: row.properties.index}]->(c)
SET a = row.properties
