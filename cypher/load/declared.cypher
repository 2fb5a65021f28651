// Entities by id as the graph has them: those of the vocabulary, and those that a current load declares.
// @mode    read
// @param   entities LIST<STRING> ids of entities
// @param   except   LIST<STRING> data sets that are not asked, because they are about to be loaded anew
// @returns id STRING, vocabulary BOOLEAN, declarations LIST<MAP>
UNWIND $entities AS id
OPTIONAL MATCH (e:Entity {id: id})
WITH id, e, COLLECT {
    MATCH (d:Declaration {id: id})
    MATCH (home:Dataset {id: d.dataset}) WHERE home.load = d.load AND NOT home.id IN $except
    RETURN d {.*}
  } AS declarations
WITH id, coalesce(e:State AND e.dataset IS NULL, false) AS vocabulary, declarations
WHERE vocabulary OR size(declarations) > 0
RETURN id, vocabulary, declarations
