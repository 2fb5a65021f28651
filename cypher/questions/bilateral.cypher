// Claims with exactly two principals, both among these states; without states all claims of two, by pair.
// @label   Bilateral
// @mode    read
// @counts  claim
// @over    day
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states STATES{2,}   the states in question
// @returns claim STRING, group LIST<STRING>, arity INTEGER, principals LIST<STRING>?, actors LIST<STRING>?, sign STRING, state STRING?, for INTEGER?, against INTEGER?, originsFor INTEGER, originsAgainst INTEGER, stands BOOLEAN, certainty STRING, day DATE?
CALL () {
  WITH * WHERE size($scope.states) = 0
  MATCH (c:Claim) WHERE c.load IN $scope.loads
  RETURN c
  UNION
  // Looked at are those alone in which two of them are: what is read of a claim costs more than to count
  MATCH (e:Entity)-[:PARTY_TO]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads
  WITH c, count(DISTINCT e) AS named WHERE named >= 2
  RETURN c
}
WITH c WHERE NOT c.incomplete AND (c.changing OR c.arity = 2)
// @include lens
// Each pair that some reading gives
WITH * WHERE size(certain) <= 2
UNWIND range(0, size(possible) - 2) AS i
UNWIND range(i + 1, size(possible) - 1) AS j
WITH *, [possible[i], possible[j]] AS group
WHERE all(id IN certain WHERE id IN group) AND (size($scope.states) = 0 OR all(id IN group WHERE id IN $scope.states))
WITH *, CASE WHEN held = 'undated' THEN held
    WHEN held = 'sure' AND known = 'sure' AND size(certain) = size(possible) THEN 'sure' ELSE 'possible' END AS certainty
// The first sure day is told, else the first possible one
ORDER BY certainty <> 'sure', day
WITH c, group, state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands,
  head(collect({principals: group, actors: [id IN actors WHERE id IN group], sign: sign, certainty: certainty, day: day})) AS told
RETURN c.id AS claim, group, size(told.principals) AS arity, told.principals AS principals, told.actors AS actors, told.sign AS sign, state,
  confidenceFor AS for, confidenceAgainst AS against, originsFor, originsAgainst, stands,
  told.certainty AS certainty, told.day AS day
ORDER BY c.dataset, c.order, group
