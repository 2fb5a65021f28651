// The current data sets with all that is told of them, their current load among it.
// @mode    read
// @returns dataset MAP
MATCH (d:Dataset) WHERE d.load IS NOT NULL
RETURN properties(d) AS dataset
ORDER BY d.id
