// Removes the offices of a load, in batches.
// @mode    write
// @param   load STRING the load
MATCH (:Entity)-[r:REPRESENTS {load: $load}]->(:Entity)
CALL (r) { DELETE r } IN TRANSACTIONS OF 1000 ROWS
