// The days on which the parties of the claims of these states change: a spell begins, or has ended the day before.
// @mode    read
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states LIST<STRING> the states in question; all claims where it is empty
// @returns day DATE
CALL () {
  WITH * WHERE size($scope.states) = 0
  MATCH (c:Claim) WHERE c.load IN $scope.loads AND c.changing
  RETURN c
  UNION
  MATCH (e:Entity)-[:PARTY_TO]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads AND c.changing
  RETURN c
}
MATCH (:Entity)-[p:PARTY_TO]->(c)
UNWIND [CASE WHEN p.startEarliest > date('0001-01-01') THEN p.startEarliest END,
  CASE WHEN p.endLatest < date('9999-12-31') THEN p.endLatest + duration({days: 1}) END] AS day
WITH DISTINCT day WHERE day IS NOT NULL
RETURN day
ORDER BY day
