// The data sets that are loaded, each with how much its current load holds; of sources those that statements come from,
// and of entities also how many no claim names.
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
    WHERE NOT EXISTS { (e)-[:PARTY_TO|ACTS_IN]->(:Claim) } AND NOT EXISTS { (e)<-[:ATTRIBUTED_TO]-(:Statement) }
  } AS unconnected
ORDER BY d.id
