// How many claims there are of each number of principals; with states of those that any of them is a principal of.
// Where not all parties are known the number is a least one: 3+.
// @label   Sizes
// @mode    read
// @counts  claim
// @over    life
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states STATES{1,}   the states in question
// @returns claim STRING, group LIST<STRING>, arity INTEGER, principals LIST<STRING>?, actors LIST<STRING>?, sign STRING, state STRING?, for INTEGER?, against INTEGER?, originsFor INTEGER, originsAgainst INTEGER, stands BOOLEAN, certainty STRING, day DATE?
CALL () {
  WITH * WHERE size($scope.states) = 0
  MATCH (c:Claim) WHERE c.load IN $scope.loads
  RETURN c
  UNION
  MATCH (e:Entity)-[:PARTY_TO]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads
  RETURN c
}
WITH c
// @include lens
WITH * WHERE size($scope.states) = 0 OR any(id IN possible WHERE id IN $scope.states)
// Each number that some reading gives
UNWIND range(size(certain), size(possible)) AS size
WITH * WHERE size > 0
// Who takes part is told where it ever changes; else it is as it is stored, and comes with the claim itself
WITH c, state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands, sign, day, size(possible) AS arity,
  CASE WHEN c.changing THEN possible END AS principals, CASE WHEN c.changing THEN actors END AS actors,
  [toString(size) + CASE WHEN c.incomplete THEN '+' ELSE '' END] AS group,
  CASE WHEN held = 'undated' THEN held
    WHEN held = 'sure' AND known = 'sure' AND size(certain) = size(possible) THEN 'sure' ELSE 'possible' END AS certainty
// The first sure day is told, else the first possible one
ORDER BY certainty <> 'sure', day
WITH c, group, state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands,
  head(collect({arity: arity, principals: principals, actors: actors, sign: sign, certainty: certainty, day: day})) AS told
RETURN c.id AS claim, group, told.arity AS arity, told.principals AS principals, told.actors AS actors,
  told.sign AS sign, state,
  confidenceFor AS for, confidenceAgainst AS against, originsFor, originsAgainst, stands,
  told.certainty AS certainty, told.day AS day
ORDER BY c.dataset, toInteger(replace(group[0], "+", "")), group, c.order
