// Sources by id.
// @mode    read
// @param   loads   LIST<STRING> the loads looked at
// @param   sources LIST<STRING> ids of sources
// @returns source MAP
MATCH (s:Source) WHERE s.load IN $loads AND s.id IN $sources
RETURN properties(s) AS source
ORDER BY s.dataset, s.order
