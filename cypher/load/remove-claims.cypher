// Removes the claims of a load with their parties, in batches.
// @mode    write
// @param   load STRING the load
MATCH (n:Claim {load: $load})
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 200 ROWS
