// Makes sure that there is a node for a data set; what is told of it is written when its load is made current.
// @mode    write
// @param   dataset STRING its id
MERGE (:Dataset {id: $dataset})
