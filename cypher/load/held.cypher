// Makes sure, in the transaction it is part of, that the lock for loading is still held: no row where it is not.
// @mode    write
// @param   holder STRING who should have it
// @returns holder STRING
MATCH (l:LoadLock {id: 'load'})
SET l.asked = $holder
WITH l WHERE l.holder = $holder
RETURN l.holder AS holder
