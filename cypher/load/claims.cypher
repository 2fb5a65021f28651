// Claims of a load, without their parties.
// @mode    write
// @param   dataset STRING    its data set
// @param   rows    LIST<MAP> properties of claims
MATCH (d:Dataset {id: $dataset})
UNWIND $rows AS row
CREATE (c:Claim)-[:IN]->(d)
SET c = row
