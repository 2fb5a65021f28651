// Which of some ids the graph holds: of claims and sources in the loads looked at, of entities in any.
// @mode    read
// @param   scope.loads LIST<STRING> the loads looked at
// @param   scope.ids   LIST<STRING> ids of claims, sources and entities
// @returns id STRING
UNWIND $scope.ids AS id
WITH DISTINCT id
WHERE EXISTS { MATCH (:Entity {id: id}) }
  OR EXISTS { MATCH (c:Claim {id: id}) WHERE c.load IN $scope.loads }
  OR EXISTS { MATCH (s:Source {id: id}) WHERE s.load IN $scope.loads }
RETURN id
ORDER BY id
