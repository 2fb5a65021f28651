// Joint claims whose actors' roles are of more than one family: not all of them do the same in it.
// The group names the families.
// @label   Mixed roles
// @mode    read
// @counts  claim
// @over    day
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states STATES{2,}   the states in question, all of them principals
// @returns claim STRING, group LIST<STRING>, arity INTEGER, principals LIST<STRING>?, actors LIST<STRING>?, sign STRING, state STRING?, for INTEGER?, against INTEGER?, originsFor INTEGER, originsAgainst INTEGER, stands BOOLEAN, certainty STRING, day DATE?
CALL () {
  WITH * WHERE size($scope.states) = 0
  MATCH (c:Claim) WHERE c.load IN $scope.loads
  RETURN c
  UNION
  // Looked at are those alone in which all of them are: what is read of a claim costs more than to count
  MATCH (e:Entity)-[:PARTY_TO]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads
  WITH c, count(DISTINCT e) AS named WHERE named >= size($scope.states)
  RETURN c
}
// Nor those of which no two actors' families ever differ
WITH c WHERE (c.changing OR c.arity >= CASE size($scope.states) WHEN 0 THEN 3 ELSE size($scope.states) END)
  AND size(COLLECT { MATCH (:Entity)-[p:PARTY_TO {part: 'actor'}]->(c) RETURN DISTINCT p.family }) > 1
// @include lens
WITH * WHERE CASE size($scope.states) WHEN 0 THEN size(possible) >= 3 ELSE all(id IN $scope.states WHERE id IN possible) END
CALL (c, day, certain) {
  MATCH (e:Entity)-[p:PARTY_TO {part: 'actor'}]->(c)
  WHERE day IS NULL OR p.startEarliest IS NULL OR p.startEarliest <= day <= p.endLatest
  WITH certain, e, p ORDER BY p.family
  RETURN collect(DISTINCT p.family) AS group,
    size(collect(DISTINCT CASE WHEN e.id IN certain THEN p.family END)) AS sureFamilies
}
WITH * WHERE size(group) > 1
// Who takes part is told where it ever changes; else it is as it is stored, and comes with the claim itself
WITH c, state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands, sign, day, size(possible) AS arity,
  CASE WHEN c.changing THEN possible END AS principals, CASE WHEN c.changing THEN actors END AS actors,
  group, CASE WHEN held = 'undated' THEN held
    WHEN held = 'sure' AND known = 'sure' AND sureFamilies > 1 AND CASE size($scope.states)
      WHEN 0 THEN size(certain) >= 3 ELSE all(id IN $scope.states WHERE id IN certain) END THEN 'sure' ELSE 'possible' END AS certainty
// The first sure day is told, else the first possible one
ORDER BY certainty <> 'sure', day
WITH c, group, state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands,
  head(collect({arity: arity, principals: principals, actors: actors, sign: sign, certainty: certainty, day: day})) AS told
RETURN c.id AS claim, group, told.arity AS arity, told.principals AS principals, told.actors AS actors,
  told.sign AS sign, state,
  confidenceFor AS for, confidenceAgainst AS against, originsFor, originsAgainst, stands,
  told.certainty AS certainty, told.day AS day
ORDER BY c.dataset, c.order, group
