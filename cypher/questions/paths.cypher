// Chains of claims between two entities. One step of the search: the claims that stand in which these entities are
// principals, or act for one, with everybody who is in them. The next step takes those.
// @label   Paths
// @mode    read
// @counts  path
// @over    day
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states STATES!{2}   the two entities; in later steps those that were reached
// @returns claim STRING, group LIST<STRING>, arity INTEGER, principals LIST<STRING>?, actors LIST<STRING>?, sign STRING, state STRING?, for INTEGER?, against INTEGER?, originsFor INTEGER, originsAgainst INTEGER, stands BOOLEAN, certainty STRING, day DATE?, within STRING, across STRING, surely BOOLEAN, places LIST<MAP>
// A few entities lead to their claims. Of many it is quicker to look at the claims: entities are in those of other loads too.
CALL () {
  WITH * WHERE size($scope.states) <= 5
  MATCH (e:Entity)-[:PARTY_TO|ACTS_IN]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads
  RETURN c
  UNION
  WITH * WHERE size($scope.states) > 5
  MATCH (c:Claim) WHERE c.load IN $scope.loads
    // Not the plain id: by its index the server would go from every entity to every claim.
    AND EXISTS { (c)<-[:PARTY_TO|ACTS_IN]-(e:Entity) WHERE coalesce(e.id, '') IN $scope.states }
  RETURN c
}
WITH c
// @include lens
// What has no time closes nothing on a day
WITH * WHERE stands AND held <> 'undated'
// Who takes part is told where it ever changes; else it is as it is stored, and comes with the claim itself
RETURN c.id AS claim, [] AS group, size(possible) AS arity, CASE WHEN c.changing THEN possible END AS principals,
  CASE WHEN c.changing THEN actors END AS actors, sign, state, confidenceFor AS for,
  confidenceAgainst AS against, originsFor, originsAgainst, stands,
  CASE WHEN held = 'sure' AND known = 'sure' AND size(certain) = size(possible) THEN 'sure' ELSE 'possible' END AS certainty,
  day, c.within AS within, c.across AS across, held = 'sure' AND known = 'sure' AS surely, COLLECT {
    MATCH (e:Entity)-[p:PARTY_TO]->(c)
    WHERE p.part IN ['actor', 'addressee']
      AND (day IS NULL OR p.startEarliest IS NULL OR p.startEarliest <= day <= p.endLatest)
    RETURN {entity: e.id, part: p.part, side: p.side, for: null, sure: e.id IN certain} ORDER BY p.index
  } + COLLECT {
    MATCH (e:Entity)-[a:ACTS_IN]->(c)<-[p:PARTY_TO]-(x:Entity)
    WHERE e.id IN $scope.states AND p.index = a.party AND p.part IN ['actor', 'addressee']
      AND (day IS NULL OR p.startEarliest IS NULL OR p.startEarliest <= day <= p.endLatest)
    RETURN {entity: e.id, part: p.part, side: p.side, for: x.id, sure: x.id IN certain} ORDER BY a.index
  } AS places
// Where the search has to stop reading, it has read the claims of few
ORDER BY size(possible), c.dataset, c.order, day
