// Entities that a data set declares and no claim names: nobody takes part in anything as them, acts, or is quoted.
// @mode    read
// @param   scope.loads LIST<STRING> the loads looked at
// @returns entity STRING, dataset STRING
MATCH (d:Declaration) WHERE d.load IN $scope.loads
MATCH (e:Entity {id: d.id})
WHERE NOT EXISTS { MATCH (e)-[:PARTY_TO|ACTS_IN]->(c:Claim) WHERE c.load IN $scope.loads }
  AND NOT EXISTS { MATCH (e)<-[:ATTRIBUTED_TO]-(s:Statement) WHERE s.load IN $scope.loads }
RETURN e.id AS entity, d.dataset AS dataset
ORDER BY d.dataset, d.order
