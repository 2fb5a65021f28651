// Statements of a load, each about its claim and from its source.
// @mode    write
// @param   load    STRING    the load
// @param   dataset STRING    its data set
// @param   rows    LIST<MAP> claim, source, properties
MATCH (d:Dataset {id: $dataset})
UNWIND $rows AS row
MATCH (c:Claim {load: $load, id: row.claim})
MATCH (source:Source {load: $load, id: row.source})
CREATE (s:Statement)-[:ABOUT]->(c), (s)-[:FROM]->(source), (s)-[:IN]->(d)
SET s = row.properties
