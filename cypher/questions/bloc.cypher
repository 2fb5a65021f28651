// Is it a bloc? Claims in which at least two of these states are principals; the group names those that are. The report
// on them says what joins all of them and what only pairs, what was looked for, how it thins out, and who else is in it.
// @label   Bloc
// @mode    read
// @counts  claim
// @over    day
// @param   scope.loads  LIST<STRING>  the current loads of the data sets looked at
// @param   scope.states STATES!{2,40} the states in question
// @returns claim STRING, group LIST<STRING>, arity INTEGER, principals LIST<STRING>?, actors LIST<STRING>?, sign STRING, state STRING?, for INTEGER?, against INTEGER?, originsFor INTEGER, originsAgainst INTEGER, stands BOOLEAN, certainty STRING, day DATE?
MATCH (e:Entity)-[:PARTY_TO]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads
WITH c, count(DISTINCT e) AS among
WITH c WHERE among >= 2
// @include lens
WITH *, [id IN possible WHERE id IN $scope.states] AS group
WHERE size(group) >= 2
// Who takes part is told where it ever changes; else it is as it is stored, and comes with the claim itself
WITH c, state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands, sign, day, size(possible) AS arity,
  CASE WHEN c.changing THEN possible END AS principals, CASE WHEN c.changing THEN actors END AS actors,
  group, CASE WHEN held = 'undated' THEN held
    WHEN held = 'sure' AND known = 'sure' AND all(id IN group WHERE id IN certain) THEN 'sure' ELSE 'possible' END AS certainty
// The first sure day is told, else the first possible one
ORDER BY certainty <> 'sure', day
WITH c, group, state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands,
  head(collect({arity: arity, principals: principals, actors: actors, sign: sign, certainty: certainty, day: day})) AS told
RETURN c.id AS claim, group, told.arity AS arity, told.principals AS principals, told.actors AS actors,
  told.sign AS sign, state,
  confidenceFor AS for, confidenceAgainst AS against, originsFor, originsAgainst, stands,
  told.certainty AS certainty, told.day AS day
ORDER BY c.dataset, c.order, group
