// Gives the lock for loading back.
// @mode    write
// @param   holder STRING who has it
MATCH (l:LoadLock {id: 'load'}) WHERE l.holder = $holder
REMOVE l.holder, l.process, l.until
