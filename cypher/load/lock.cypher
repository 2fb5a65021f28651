// Takes the lock for loading, or keeps it; the row says who has it.
// @mode    write
// @param   holder  STRING  who asks
// @param   process STRING  machine and process of who asks
// @param   seconds INTEGER how long the lock holds without being kept
// @param   dead    STRING? holder that is known to be dead: its lock is taken over
// @returns holder STRING, process STRING, until STRING
MERGE (l:LoadLock {id: 'load'})
// Writing first waits for whoever is writing; what is read after it is true.
SET l.asked = $holder
WITH l, l.holder IS NULL OR l.holder = $holder OR l.holder = $dead OR l.until < datetime() AS free
SET l.process = CASE WHEN free THEN $process ELSE l.process END,
    l.until = CASE WHEN free THEN datetime() + duration({seconds: $seconds}) ELSE l.until END,
    l.holder = CASE WHEN free THEN $holder ELSE l.holder END
RETURN l.holder AS holder, l.process AS process, toString(l.until) AS until
