// Entities with which something marked may leave: an office that is known from a marked source, what a marked data set says
// of them, or whom they represent.
// @mode    read
// @param   scope.loads    LIST<STRING> the loads looked at
// @param   scope.datasets LIST<STRING> ids of data sets that are marked
// @returns entity STRING
CALL () {
  MATCH (e:Entity)-[r:REPRESENTS]->() WHERE r.load IN $scope.loads
  MATCH (source:Source {load: r.load, id: r.source}) WHERE source.marking IS NOT NULL
  RETURN e
  UNION
  MATCH (home:Dataset) WHERE home.id IN $scope.datasets
  MATCH (d:Declaration {load: home.load})
  MATCH (e:Entity {id: d.id})
  RETURN e
}
MATCH (named:Entity)-[:REPRESENTS*0..]->(e)
RETURN DISTINCT named.id AS entity
ORDER BY entity
