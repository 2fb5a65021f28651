// Removes what is told of a load; all else of it is gone by then.
// @mode    write
// @param   load STRING the load
MATCH (l:Load {id: $load})
DETACH DELETE l
