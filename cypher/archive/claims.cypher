// The claims of a load with their parties and who acted for them, in the order of its file.
// @mode    read
// @param   load STRING the load
// @returns claim MAP, parties LIST<LIST>, acts LIST<MAP>
MATCH (c:Claim {load: $load})
WITH c ORDER BY c.order
RETURN properties(c) AS claim,
  COLLECT {
    MATCH (e:Entity)-[p:PARTY_TO]->(c)
    RETURN [e.id, p.role, p.part, p.ownPart, p.side, p.from, p.until, p.index] ORDER BY p.index
  } AS parties,
  COLLECT { MATCH (e:Entity)-[a:ACTS_IN]->(c) RETURN a {.party, entity: e.id} ORDER BY a.index } AS acts
