// One claim, judged through the lens.
// @mode    read
// @param   scope.loads LIST<STRING> the loads looked at
// @param   scope.claim STRING       id of the claim
// @returns claim STRING, group LIST<STRING>, arity INTEGER, principals LIST<STRING>?, actors LIST<STRING>?, sign STRING, state STRING?, for INTEGER?, against INTEGER?, originsFor INTEGER, originsAgainst INTEGER, stands BOOLEAN, certainty STRING, day DATE?
MATCH (c:Claim) WHERE c.load IN $scope.loads AND c.id = $scope.claim
// @include lens
WITH *, [] AS group, CASE WHEN held = 'undated' THEN held
    WHEN held = 'sure' AND known = 'sure' AND size(certain) = size(possible) THEN 'sure' ELSE 'possible' END AS certainty
// The first sure day is told, else the first possible one
ORDER BY certainty <> 'sure', day
LIMIT 1
// Who takes part is told where it ever changes; else it is as it is stored, and comes with the claim itself
RETURN c.id AS claim, group, size(possible) AS arity, CASE WHEN c.changing THEN possible END AS principals,
  CASE WHEN c.changing THEN actors END AS actors, sign, state, confidenceFor AS for,
  confidenceAgainst AS against, originsFor, originsAgainst, stands, certainty, day
