// Parties of claims, one relationship for each spell. Each claim and each entity is looked up once, not once a party.
// @mode    write
// @param   load     STRING       the load
// @param   entities LIST<STRING> ids of entities, which parties name by their place in this list
// @param   rows     LIST<MAP>    claim, and its parties: entity, properties
UNWIND range(0, size($entities) - 1) AS place
MATCH (e:Entity {id: $entities[place]})
WITH place, e ORDER BY place
WITH collect(e) AS entities
// Where one is missing, the places are not those that are meant: nothing is written, and the loader finds that out.
WHERE size(entities) = size($entities)
UNWIND $rows AS row
MATCH (c:Claim {load: $load, id: row.claim})
USING INDEX SEEK c:Claim(load, id)
UNWIND row.parties AS party
WITH c, party, entities[party.entity] AS e
CREATE (e)-[p:PARTY_TO]->(c)
SET p = party.properties
