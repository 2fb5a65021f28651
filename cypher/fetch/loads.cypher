// The current load of each data set: what all queries of one answer look at.
// @mode    read
// @returns dataset STRING, load STRING
MATCH (d:Dataset) WHERE d.load IS NOT NULL
RETURN d.id AS dataset, d.load AS load
ORDER BY dataset
