// Removes what a load declares of entities, in batches.
// @mode    write
// @param   load STRING the load
MATCH (n:Declaration {load: $load})
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS
