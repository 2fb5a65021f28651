// Claims by id in the order of their files, with the markings of what was said of each, and whether it names one of some
// entities.
// @mode    read
// @param   scope.loads    LIST<STRING> the loads looked at
// @param   scope.claims   LIST<STRING> ids of claims
// @param   scope.entities LIST<STRING> ids of entities
// @returns claim STRING, markings LIST<STRING>, names BOOLEAN
MATCH (c:Claim) WHERE c.load IN $scope.loads AND c.id IN $scope.claims
RETURN c.id AS claim, COLLECT {
    MATCH (c)<-[:ABOUT]-(s:Statement)-[:FROM]->(source:Source)
    UNWIND [s.marking, source.marking] AS marking
    WITH DISTINCT marking WHERE marking IS NOT NULL
    RETURN marking
  } AS markings,
  size($scope.entities) > 0 AND (
    EXISTS { MATCH (e:Entity)-[:PARTY_TO|ACTS_IN]->(c) WHERE e.id IN $scope.entities }
    OR EXISTS { MATCH (c)<-[:ABOUT]-(:Statement)-[:ATTRIBUTED_TO]->(e:Entity) WHERE e.id IN $scope.entities }
  ) AS names
ORDER BY c.dataset, c.order
