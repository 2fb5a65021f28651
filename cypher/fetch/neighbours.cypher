// How many claims an entity takes part or acts in, by kind and by the number for them, judged through the lens. A claim
// of several kinds is in each of them.
// @mode    read
// @param   scope.loads  LIST<STRING> the loads looked at
// @param   scope.entity STRING       id of the entity
// @returns kind STRING, for INTEGER?, claims LIST<STRING>, stands INTEGER
MATCH (:Entity {id: $scope.entity})-[:PARTY_TO|ACTS_IN]->(c:Claim) WHERE c.load IN $scope.loads
WITH DISTINCT c
// @include lens
WITH c, confidenceFor, stands, state WHERE state IS NOT NULL
WITH DISTINCT c, confidenceFor, stands
UNWIND c.kinds AS kind
RETURN kind, confidenceFor AS for, collect(c.id) AS claims, count(CASE WHEN stands THEN 1 END) AS stands
ORDER BY kind, for
