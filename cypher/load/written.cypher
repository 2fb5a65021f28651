// How much of a load stands in the graph: what is compared with what was meant to be written.
// @mode    read
// @param   load STRING the load
// @returns sources INTEGER, claims INTEGER, statements INTEGER, parties INTEGER, acts INTEGER, attributions INTEGER, declarations INTEGER, offices INTEGER
RETURN
  COUNT { MATCH (n:Source {load: $load}) } AS sources,
  COUNT { MATCH (n:Claim {load: $load}) } AS claims,
  COUNT { MATCH (n:Statement {load: $load})-[:ABOUT]->(:Claim) } AS statements,
  COUNT { MATCH (:Claim {load: $load})<-[:PARTY_TO]-(:Entity) } AS parties,
  COUNT { MATCH (:Claim {load: $load})<-[:ACTS_IN]-(:Entity) } AS acts,
  COUNT { MATCH (:Statement {load: $load})-[:ATTRIBUTED_TO]->(:Entity) } AS attributions,
  COUNT { MATCH (n:Declaration {load: $load}) } AS declarations,
  COUNT { MATCH (:Entity)-[r:REPRESENTS {load: $load}]->(:Entity) } AS offices
