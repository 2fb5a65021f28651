// Entities by id, each with whom it represents.
// @mode    read
// @param   scope.loads    LIST<STRING> the loads looked at
// @param   scope.entities LIST<STRING> ids of entities
// @returns entity MAP, represents LIST<MAP>
MATCH (e:Entity) WHERE e.id IN $scope.entities
RETURN properties(e) AS entity,
  COLLECT {
    MATCH (e)-[r:REPRESENTS]->(other:Entity) WHERE r.load IN $scope.loads
    RETURN r {.*, entity: other.id} ORDER BY r.index
  } AS represents
ORDER BY e.id
