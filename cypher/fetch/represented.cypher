// Who represents an entity.
// @mode    read
// @param   loads  LIST<STRING> the loads looked at
// @param   entity STRING       id of the entity
// @returns id STRING
MATCH (other:Entity)-[r:REPRESENTS]->(:Entity {id: $entity}) WHERE r.load IN $loads
RETURN DISTINCT other.id AS id
ORDER BY id
