// Entities by id, as each of the data sets looked at declares them: the newest version of an object of STIX first, else the
// data set that declared it first. One that none of them declares is told as the graph has it.
// @mode    read
// @param   scope.loads    LIST<STRING> the loads looked at
// @param   scope.entities LIST<STRING> ids of entities
// @returns declared LIST<MAP>, represents LIST<MAP>
MATCH (e:Entity) WHERE e.id IN $scope.entities
WITH e, COLLECT {
    MATCH (d:Declaration {id: e.id}) WHERE d.load IN $scope.loads
    RETURN properties(d) ORDER BY coalesce(d.`free_stix:modified`, d.`free_stix:created`) DESC, coalesce(d.`free_stix:spec_version`, '2.0') DESC, d.dataset <> e.dataset, d.dataset
  } AS declared
RETURN CASE WHEN size(declared) = 0 THEN [properties(e)] ELSE declared END AS declared,
  COLLECT {
    MATCH (e)-[r:REPRESENTS]->(other:Entity) WHERE r.load IN $scope.loads
    RETURN r {.*, entity: other.id} ORDER BY r.index
  } AS represents
ORDER BY e.id
