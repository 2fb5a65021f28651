// Entities by id, each with whom it represents. An object of STIX is what the data sets looked at declare of it, in the
// newest of their versions.
// @mode    read
// @param   scope.loads    LIST<STRING> the loads looked at
// @param   scope.entities LIST<STRING> ids of entities
// @returns entity MAP, represents LIST<MAP>
MATCH (e:Entity) WHERE e.id IN $scope.entities
RETURN coalesce(CASE WHEN e.`free_stix:created` IS NOT NULL THEN head(COLLECT {
    MATCH (d:Declaration {id: e.id}) WHERE d.load IN $scope.loads
    RETURN properties(d) ORDER BY coalesce(d.`free_stix:modified`, d.`free_stix:created`) DESC, coalesce(d.`free_stix:spec_version`, '2.0') DESC, d.dataset
  }) END, properties(e)) AS entity,
  COLLECT {
    MATCH (e)-[r:REPRESENTS]->(other:Entity) WHERE r.load IN $scope.loads
    RETURN r {.*, entity: other.id} ORDER BY r.index
  } AS represents
ORDER BY e.id
