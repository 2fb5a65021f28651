// Sources by id.
// @mode    read
// @param   scope.loads   LIST<STRING> the loads looked at
// @param   scope.sources LIST<STRING> ids of sources
// @returns source MAP
MATCH (s:Source) WHERE s.load IN $scope.loads AND s.id IN $scope.sources
RETURN properties(s) AS source
ORDER BY s.dataset, s.order
