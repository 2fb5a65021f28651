// The data sets that are loaded, each with how much its current load holds; of sources those that statements come from,
// and of entities also how many no claim names that is loaded now: a former load stays for a while.
// @mode    read
// @returns dataset MAP, loadedAt STRING, claims INTEGER, statements INTEGER, sources INTEGER, entities INTEGER, unconnected INTEGER
MATCH (d:Dataset) WHERE d.load IS NOT NULL
MATCH (l:Load {id: d.load})
RETURN properties(d) AS dataset, l.currentAt AS loadedAt, l.claims AS claims, l.statements AS statements,
  COUNT { MATCH (s:Source {load: l.id}) WHERE EXISTS { (s)<-[:FROM]-(:Statement) } } AS sources,
  l.entities AS entities,
  COUNT {
    MATCH (n:Declaration {load: l.id})
    MATCH (e:Entity {id: n.id})
    WHERE NOT EXISTS { MATCH (e)-[:PARTY_TO|ACTS_IN]->(c:Claim) MATCH (:Dataset {id: c.dataset, load: c.load}) }
      AND NOT EXISTS { MATCH (e)<-[:ATTRIBUTED_TO]-(s:Statement) MATCH (:Dataset {id: s.dataset, load: s.load}) }
  } AS unconnected
ORDER BY d.id
