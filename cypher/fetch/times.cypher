// When the claims of these states begin and end, as they are stored and before any judging; a claim's own time only.
// @mode    read
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states LIST<STRING> the states in question; all claims where it is empty
// @returns dataset STRING, startEarliest DATE?, startLatest DATE?, endEarliest DATE?, endLatest DATE?, claims INTEGER
CALL () {
  WITH * WHERE size($scope.states) = 0
  MATCH (c:Claim) WHERE c.load IN $scope.loads
  RETURN c
  UNION
  MATCH (e:Entity)-[:PARTY_TO|ACTS_IN]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads
  RETURN c
}
RETURN c.dataset AS dataset, c.startEarliest AS startEarliest, c.startLatest AS startLatest,
  c.endEarliest AS endEarliest, c.endLatest AS endLatest, count(*) AS claims
ORDER BY startEarliest, endLatest, startLatest, endEarliest, dataset
