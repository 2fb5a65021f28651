// Removes the sources of a load, in batches.
// @mode    write
// @param   load STRING the load
MATCH (n:Source {load: $load})
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS
