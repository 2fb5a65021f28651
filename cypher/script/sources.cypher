// In an exported script: sources, each in its data set.
// @mode    write
// @param   rows LIST<MAP> properties of sources
UNWIND $rows AS row
MERGE (n:Source {dataset: row.dataset, id: row.id})
SET n = row
MERGE (d:Dataset {id: row.dataset})
MERGE (n)-[:IN]->(d)
