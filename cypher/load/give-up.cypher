// Marks loads as no longer wanted: from here on they can only be removed.
// @mode    write
// @param   loads LIST<STRING> the loads
MATCH (l:Load) WHERE l.id IN $loads AND l.state <> 'current'
SET l.state = 'removing'
