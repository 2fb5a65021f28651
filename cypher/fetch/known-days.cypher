// The days on which something about the claims of these states became known: by publication, and by when it was
// recorded or superseded.
// @mode    read
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states LIST<STRING> the states in question; all claims where it is empty
// @returns clock STRING, day DATE
CALL () {
  WITH * WHERE size($scope.states) = 0
  MATCH (c:Claim) WHERE c.load IN $scope.loads
  RETURN c
  UNION
  MATCH (e:Entity)-[:PARTY_TO|ACTS_IN]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads
  RETURN c
}
MATCH (c)<-[:ABOUT]-(s:Statement)-[:FROM]->(source:Source)
UNWIND [{clock: 'public', day: source.publishedEarliest}, {clock: 'public', day: source.publishedLatest},
  {clock: 'held', day: s.recordedAt}, {clock: 'held', day: s.supersededAt}] AS at
WITH DISTINCT at.clock AS clock, at.day AS day WHERE day IS NOT NULL
RETURN clock, day
ORDER BY clock, day
