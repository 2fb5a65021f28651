// Makes a load the current one of its data set, and the one before it an old one.
// @mode    write
// @param   load    STRING load to be made current
// @param   dataset MAP    properties of the data set
// @param   now     STRING when this happens
// @param   holder  STRING who must hold the lock; without it nothing happens
// @returns load STRING
MATCH (lock:LoadLock {id: 'load'})
SET lock.asked = $holder
WITH lock WHERE lock.holder = $holder
MATCH (l:Load {id: $load})
MATCH (d:Dataset {id: l.dataset})
OPTIONAL MATCH (before:Load {id: d.load}) WHERE before <> l
SET before.state = 'old', before.endedAt = $now
SET l.state = 'current', l.currentAt = $now
SET l.previous = coalesce(before.id, l.previous)
REMOVE l.endedAt
SET d = $dataset, d.load = l.id
RETURN l.id AS load
