// The sources of a load, in the order of their file.
// @mode    read
// @param   load STRING the load
// @returns source MAP
MATCH (s:Source {load: $load})
RETURN properties(s) AS source
ORDER BY s.order
