// Removes the claims of a load, in batches; their parties are gone by then.
// @mode    write
// @param   load STRING the load
MATCH (n:Claim {load: $load})
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS
