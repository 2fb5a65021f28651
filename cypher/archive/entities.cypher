// What a load declares of entities, with whom they represent, in the order of its file.
// @mode    read
// @param   load STRING the load
// @returns entity MAP, represents LIST<MAP>
MATCH (d:Declaration {load: $load})
WITH d ORDER BY d.order
MATCH (e:Entity {id: d.id})
RETURN properties(d) AS entity,
  COLLECT { MATCH (e)-[r:REPRESENTS {load: $load}]->(other:Entity) RETURN r {.*, entity: other.id} ORDER BY r.index } AS represents
