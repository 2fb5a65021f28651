// The offices that entities hold by the current loads of the data sets.
// @mode    read
// @param   entities LIST<STRING> ids of those who act
// @param   except   LIST<STRING> data sets that are not asked, because they are about to be loaded anew
// @returns entity STRING, represented STRING, office STRING, from STRING?, until STRING?
UNWIND $entities AS id
MATCH (:Entity {id: id})-[r:REPRESENTS]->(represented:Entity)
MATCH (home:Dataset {id: r.dataset}) WHERE home.load = r.load AND NOT home.id IN $except
RETURN id AS entity, represented.id AS represented, r.office AS office, r.from AS from, r.until AS until
