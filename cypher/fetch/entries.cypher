// Claims by id, each with its parties, who acted for them, and its statements.
// @mode    read
// @param   scope.loads  LIST<STRING> the loads looked at
// @param   scope.claims LIST<STRING> ids of claims
// @returns claim MAP, parties LIST<LIST>, acts LIST<MAP>, statements LIST<MAP>
MATCH (c:Claim) WHERE c.load IN $scope.loads AND c.id IN $scope.claims
// What the lens alone reads of them stays behind, the ends of times above all, and parties come without the names of
// their properties: a roll call has two hundred of them
RETURN c {.*, load: null, hash: null, startEarliest: null, startLatest: null, endEarliest: null, endLatest: null} AS claim,
  COLLECT {
    MATCH (e:Entity)-[p:PARTY_TO]->(c)
    RETURN [e.id, p.role, p.part, p.ownPart, p.side, p.from, p.until, p.index] ORDER BY p.index
  } AS parties,
  COLLECT { MATCH (e:Entity)-[a:ACTS_IN]->(c) RETURN a {.party, entity: e.id} ORDER BY a.index } AS acts,
  COLLECT {
    MATCH (c)<-[:ABOUT]-(s:Statement)-[:FROM]->(source:Source)
    RETURN s {.*, load: null, hash: null, originKey: null, asOfEarliest: null, asOfLatest: null,
      recordedAt: toString(s.recordedAt), supersededAt: toString(s.supersededAt), checkAt: toString(s.checkAt),
      source: source.id} ORDER BY s.order
  } AS statements
ORDER BY c.dataset, c.order
