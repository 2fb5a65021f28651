// Takes the current load away from a data set; it can be taken back until it is removed for good.
// @mode    write
// @param   dataset STRING id of the data set
// @param   now     STRING when this happens
// @param   holder  STRING who must hold the lock; without it nothing happens
MATCH (lock:LoadLock {id: 'load'})
SET lock.asked = $holder
WITH lock WHERE lock.holder = $holder
MATCH (d:Dataset {id: $dataset})
MATCH (l:Load {id: d.load})
SET l.state = 'removed', l.endedAt = $now
REMOVE d.load
