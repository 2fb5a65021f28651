// In an exported script: entities with their second label, which no value can name in every Neo4j 5.
// @mode    write
// @param   rows LIST<MAP> properties of entities
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n = row, n.lon = toFloat(row.lon), n.lat = toFloat(row.lat)
FOREACH (_ IN CASE row.label WHEN 'State' THEN [1] ELSE [] END | SET n:State)
FOREACH (_ IN CASE row.label WHEN 'Person' THEN [1] ELSE [] END | SET n:Person)
FOREACH (_ IN CASE row.label WHEN 'Organization' THEN [1] ELSE [] END | SET n:Organization)
FOREACH (_ IN CASE row.label WHEN 'Group' THEN [1] ELSE [] END | SET n:Group)
FOREACH (_ IN CASE row.label WHEN 'Place' THEN [1] ELSE [] END | SET n:Place)
FOREACH (_ IN CASE row.label WHEN 'Weapon' THEN [1] ELSE [] END | SET n:Weapon)
FOREACH (_ IN CASE row.label WHEN 'Thing' THEN [1] ELSE [] END | SET n:Thing)
