// Every load there is, with the data set it belongs to.
// @mode    read
// @returns load MAP
MATCH (l:Load)
RETURN properties(l) AS load
ORDER BY load.startedAt
