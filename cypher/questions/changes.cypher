// What changed between two days of the world, or of knowledge. Asked on each of the two days: claims that any of these
// states is ever a principal of, without states all claims, as they are judged then.
// @label   Changes
// @mode    read
// @counts  change
// @over    life
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states STATES{1,}   the states in question
// @returns claim STRING, group LIST<STRING>, arity INTEGER, principals LIST<STRING>?, actors LIST<STRING>?, sign STRING, state STRING?, for INTEGER?, against INTEGER?, originsFor INTEGER, originsAgainst INTEGER, stands BOOLEAN, certainty STRING, day DATE?
CALL () {
  WITH * WHERE size($scope.states) = 0
  MATCH (c:Claim) WHERE c.load IN $scope.loads
  RETURN c
  UNION
  MATCH (e:Entity)-[p:PARTY_TO]->(c:Claim)
  WHERE e.id IN $scope.states AND c.load IN $scope.loads AND p.part IN ['actor', 'addressee']
  RETURN c
}
WITH c
// @include lens
WITH *, [] AS group, CASE WHEN held = 'undated' THEN held
    WHEN held = 'sure' AND known = 'sure' AND size(certain) = size(possible) THEN 'sure' ELSE 'possible' END AS certainty
// The first sure day is told, else the first possible one
ORDER BY certainty <> 'sure', day
WITH c, group, state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands,
  head(collect({principals: possible, actors: actors, sign: sign, certainty: certainty, day: day})) AS told
RETURN c.id AS claim, group, size(told.principals) AS arity, told.principals AS principals, told.actors AS actors, told.sign AS sign, state,
  confidenceFor AS for, confidenceAgainst AS against, originsFor, originsAgainst, stands,
  told.certainty AS certainty, told.day AS day
ORDER BY c.dataset, c.order
