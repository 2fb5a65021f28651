// In an exported script: statements, each about its claim and from its source.
// @mode    write
// @param   rows LIST<MAP> claim, source, properties
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MERGE (source:Source {dataset: row.properties.dataset, id: row.source})
MERGE (d:Dataset {id: row.properties.dataset})
MERGE (s:Statement {id: row.properties.id})
SET s = row.properties
MERGE (s)-[:ABOUT]->(c)
MERGE (s)-[:FROM]->(source)
MERGE (s)-[:IN]->(d)
