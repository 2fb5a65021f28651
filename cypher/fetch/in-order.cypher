// Claims by id in the order of their files, and the markings of what was said of each.
// @mode    read
// @param   scope.loads  LIST<STRING> the loads looked at
// @param   scope.claims LIST<STRING> ids of claims
// @returns claim STRING, markings LIST<MAP>
MATCH (c:Claim) WHERE c.load IN $scope.loads AND c.id IN $scope.claims
RETURN c.id AS claim, COLLECT {
    MATCH (c)<-[:ABOUT]-(s:Statement)-[:FROM]->(source:Source)
    WHERE s.marking IS NOT NULL OR source.marking IS NOT NULL
    RETURN DISTINCT {own: s.marking, source: source.marking}
  } AS markings
ORDER BY c.dataset, c.order
