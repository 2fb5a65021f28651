// Of claims by id: their titles, the hash of each as it is stored, and those of its statements, whether they count or not.
// @mode    read
// @param   scope.loads  LIST<STRING> the loads looked at
// @param   scope.claims LIST<STRING> ids of claims
// @returns claim STRING, title STRING, hash STRING, statements LIST<STRING>
MATCH (c:Claim) WHERE c.load IN $scope.loads AND c.id IN $scope.claims
RETURN c.id AS claim, c.title AS title, c.hash AS hash,
  COLLECT { MATCH (c)<-[:ABOUT]-(s:Statement) RETURN s.hash ORDER BY s.hash } AS statements
ORDER BY claim
