// Sources of a load.
// @mode    write
// @param   dataset STRING    its data set
// @param   rows    LIST<MAP> properties of sources
MATCH (d:Dataset {id: $dataset})
UNWIND $rows AS row
CREATE (s:Source)-[:IN]->(d)
SET s = row
