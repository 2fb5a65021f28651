// Statements of a load, each about its claim and from its source.
// @mode    write
// @param   load    STRING    the load
// @param   dataset STRING    its data set
// @param   rows    LIST<MAP> claim, source, properties
MATCH (d:Dataset {id: $dataset})
UNWIND $rows AS row
// Planned for an empty graph it would take the index on the load alone, and look at every claim for every row.
MATCH (c:Claim {load: $load, id: row.claim})
USING INDEX SEEK c:Claim(load, id)
MATCH (source:Source {load: $load, id: row.source})
USING INDEX SEEK source:Source(load, id)
CREATE (s:Statement)-[:ABOUT]->(c), (s)-[:FROM]->(source), (s)-[:IN]->(d)
SET s = row.properties
