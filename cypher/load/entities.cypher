// Makes sure that there is a node for each entity that a load names; what it says of them is written when it is made
// current.
// @mode    write
// @param   rows LIST<STRING> ids of entities
UNWIND $rows AS id
MERGE (:Entity {id: id})
