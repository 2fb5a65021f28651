// All statements of a load, those that are superseded among them, in the order of its file.
// @mode    read
// @param   load STRING the load
// @returns statement MAP, claim STRING, source STRING
MATCH (s:Statement {load: $load})
WITH s ORDER BY s.order
MATCH (s)-[:ABOUT]->(c:Claim)
MATCH (s)-[:FROM]->(source:Source)
RETURN properties(s) AS statement, c.id AS claim, source.id AS source
