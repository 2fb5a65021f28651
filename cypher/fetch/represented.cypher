// Who represents an entity.
// @mode    read
// @param   scope.loads  LIST<STRING> the loads looked at
// @param   scope.entity STRING       id of the entity
// @returns id STRING
MATCH (other:Entity)-[r:REPRESENTS]->(:Entity {id: $scope.entity}) WHERE r.load IN $scope.loads
RETURN DISTINCT other.id AS id
ORDER BY id
