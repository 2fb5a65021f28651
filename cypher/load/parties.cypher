// Parties of claims, one relationship for each spell. A claim or an entity of many parties is looked up once, and what
// many parties have in common comes once.
// @mode    write
// @param   load       STRING       the load
// @param   entities   LIST<STRING> ids of entities
// @param   properties LIST<MAP>    what is kept of parties, but for their index
// @param   rows       LIST<MAP>    claim, and its parties: places in entities and in properties, and index
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
WITH c, party, entities[party[0]] AS e
CREATE (e)-[p:PARTY_TO]->(c)
SET p = $properties[party[1]], p.index = party[2]
