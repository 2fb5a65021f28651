// In an exported script: claims without their parties, each in its data set.
// @mode    write
// @param   rows LIST<MAP> properties of claims
UNWIND $rows AS row
MERGE (n:Claim {id: row.id})
SET n = row, n.computed_earliest = date(row.computed_earliest), n.computed_latest = date(row.computed_latest),
  n.computed_day = date(row.computed_day)
MERGE (d:Dataset {id: row.dataset})
MERGE (n)-[:IN]->(d)
