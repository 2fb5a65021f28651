// In an exported script: ties between pairs, which are derived from claims and stated by no source.
// @mode    write
// @param   rows LIST<MAP> a, b, properties with data set and sign
UNWIND $rows AS row
MERGE (a:Entity {id: row.a})
MERGE (b:Entity {id: row.b})
MERGE (a)-[t:DERIVED_TIE {dataset: row.properties.dataset, sign: row.properties.sign}]->(b)
SET t = row.properties
