// Claims by id, each with its parties, who acted for them, and its statements.
// @mode    read
// @param   scope.loads  LIST<STRING> the loads looked at
// @param   scope.claims LIST<STRING> ids of claims
// @returns claim MAP, parties LIST<MAP>, acts LIST<MAP>, statements LIST<MAP>
MATCH (c:Claim) WHERE c.load IN $scope.loads AND c.id IN $scope.claims
RETURN properties(c) AS claim,
  COLLECT { MATCH (e:Entity)-[p:PARTY_TO]->(c) RETURN p {.*, entity: e.id} ORDER BY p.index } AS parties,
  COLLECT { MATCH (e:Entity)-[a:ACTS_IN]->(c) RETURN a {.*, entity: e.id} ORDER BY a.index } AS acts,
  COLLECT {
    MATCH (c)<-[:ABOUT]-(s:Statement)-[:FROM]->(source:Source)
    RETURN s {.*, source: source.id} ORDER BY s.order
  } AS statements
ORDER BY c.dataset, c.order
