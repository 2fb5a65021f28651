// Takes the current load away from a data set; it can be taken back until it is removed for good.
// @mode    write
// @param   dataset STRING id of the data set
// @param   now     STRING when this happens
MATCH (d:Dataset {id: $dataset})
MATCH (l:Load {id: d.load})
SET l.state = 'removed', l.endedAt = $now
REMOVE d.load
