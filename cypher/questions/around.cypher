// Claims that these entities take part in, in any part, or act in; without entities all claims.
// @label   Around
// @mode    read
// @counts  claim
// @over    day
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states STATES{1,}   the entities in question
// @returns claim STRING, group LIST<STRING>, arity INTEGER, principals LIST<STRING>?, actors LIST<STRING>?, sign STRING, state STRING?, for INTEGER?, against INTEGER?, originsFor INTEGER, originsAgainst INTEGER, stands BOOLEAN, certainty STRING, day DATE?
CALL () {
  WITH * WHERE size($scope.states) = 0
  MATCH (c:Claim) WHERE c.load IN $scope.loads
  RETURN c
  UNION
  MATCH (e:Entity)-[:PARTY_TO|ACTS_IN]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads
  RETURN c
}
WITH c
// @include lens
// How far one of them is in it: 2 by every reading, 1 by some, 0 not on this day
CALL (c, day, certain, possible) {
  MATCH (e:Entity)-[r:PARTY_TO|ACTS_IN]->(c) WHERE e.id IN $scope.states
  WITH day, certain, possible, r, CASE WHEN type(r) = 'ACTS_IN' THEN r.for ELSE e.id END AS id, CASE
      WHEN NOT c.changing THEN 'throughout'
      WHEN type(r) = 'ACTS_IN' OR r.part IN ['actor', 'addressee'] THEN 'as a principal'
      WHEN day IS NULL OR r.startEarliest IS NULL THEN 'throughout'
      ELSE 'for a time' END AS how
  RETURN max(CASE how
      WHEN 'throughout' THEN 2
      WHEN 'as a principal' THEN CASE WHEN id IN certain THEN 2 WHEN id IN possible THEN 1 ELSE 0 END
      ELSE CASE
        WHEN NOT r.startEarliest <= day <= r.endLatest THEN 0
        WHEN coalesce(r.uncertain, false) OR NOT r.startLatest <= day <= r.endEarliest THEN 1
        ELSE 2 END
    END) AS there
}
WITH * WHERE size($scope.states) = 0 OR there > 0
// Who takes part is told where it ever changes; else it is as it is stored, and comes with the claim itself
WITH c, state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands, sign, day, size(possible) AS arity,
  CASE WHEN c.changing THEN possible END AS principals, CASE WHEN c.changing THEN actors END AS actors,
  [] AS group, CASE WHEN held = 'undated' THEN held
    WHEN held = 'sure' AND known = 'sure' AND coalesce(there, 2) = 2
      AND (size($scope.states) > 0 OR size(certain) = size(possible)) THEN 'sure' ELSE 'possible' END AS certainty
// The first sure day is told, else the first possible one
ORDER BY certainty <> 'sure', day
WITH c, group, state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands,
  head(collect({arity: arity, principals: principals, actors: actors, sign: sign, certainty: certainty, day: day})) AS told
RETURN c.id AS claim, group, told.arity AS arity, told.principals AS principals, told.actors AS actors,
  told.sign AS sign, state,
  confidenceFor AS for, confidenceAgainst AS against, originsFor, originsAgainst, stands,
  told.certainty AS certainty, told.day AS day
ORDER BY c.dataset, c.order, group
