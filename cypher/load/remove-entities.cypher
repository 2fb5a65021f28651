// Removes the entities that nothing names or declares any more, in batches; the vocabulary's stay.
// @mode    write
MATCH (e:Entity)
WHERE NOT e:State AND NOT EXISTS { (e)--() } AND NOT EXISTS { MATCH (:Declaration {id: e.id}) }
CALL (e) { DETACH DELETE e } IN TRANSACTIONS OF 1000 ROWS
