// How many statements on these claims are marked above a bound, by their own marking, their source's or their data set's.
// @mode    read
// @param   scope.loads  LIST<STRING> the loads looked at
// @param   scope.claims LIST<STRING> ids of claims
// @param   scope.above  LIST<STRING> the markings above the bound
// @returns statements INTEGER
MATCH (c:Claim) WHERE c.load IN $scope.loads AND c.id IN $scope.claims
MATCH (c)<-[:ABOUT]-(s:Statement)-[:FROM]->(source:Source)
MATCH (c)-[:IN]->(d:Dataset)
WHERE any(marking IN $scope.above WHERE marking IN [coalesce(s.marking, ''), coalesce(source.marking, ''), coalesce(d.marking, '')])
RETURN count(s) AS statements
