// Claims with these states on the same side, all of them, and on opposite sides, at least two of them.
// Without states: claims with two principals on one side, and on opposite sides. The group says which, and who.
// @label   Sides
// @mode    read
// @counts  claim
// @over    life
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states STATES{2,}   the states in question
// @returns claim STRING, group LIST<STRING>, arity INTEGER, principals LIST<STRING>?, actors LIST<STRING>?, sign STRING, state STRING?, for INTEGER?, against INTEGER?, originsFor INTEGER, originsAgainst INTEGER, stands BOOLEAN, certainty STRING, day DATE?
CALL () {
  WITH * WHERE size($scope.states) = 0
  MATCH (c:Claim) WHERE c.load IN $scope.loads
  RETURN c, null AS places
  UNION
  // Looked at are those alone in which two of them are. Their places in them are taken along: a roll call has very many
  MATCH (e:Entity)-[p:PARTY_TO]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads
  WITH c, count(DISTINCT e) AS named, collect(p) AS places WHERE named >= 2
  RETURN c, places
}
// Nor those that have no sides
WITH c, places WHERE (c.changing OR c.arity >= 2)
  AND (c.across = '-' OR EXISTS { (c)<-[p:PARTY_TO]-(:Entity) WHERE p.side IS NOT NULL })
// @include lens
// Each principal's side. Where a claim has no sides but is negative across, actors are one side, addressees the other.
CALL (c, day, places) {
  CALL (c, places) {
    WITH * WHERE places IS NULL
    MATCH (:Entity)-[p:PARTY_TO]->(c)
    RETURN p
    UNION ALL
    UNWIND places AS p
    RETURN p
  }
  WITH c, day, p
  WHERE p.part IN ['actor', 'addressee']
    AND (day IS NULL OR p.startEarliest IS NULL OR p.startEarliest <= day <= p.endLatest)
  WITH startNode(p).id AS id, CASE
      WHEN p.side IS NOT NULL THEN {name: p.side, together: true, against: p.side <> 'abstain'}
      WHEN c.across = '-' AND NOT EXISTS { (c)<-[q:PARTY_TO]-(:Entity) WHERE q.side IS NOT NULL }
        THEN {name: p.part, together: p.part = 'actor', against: true}
    END AS side
  WHERE side IS NOT NULL
  WITH * ORDER BY id
  WITH side.name AS name, side.together AS together, side.against AS against, collect(DISTINCT id) AS ids
  RETURN collect({ids: ids, together: together, against: against}) AS sides
}
WITH *, [s IN sides WHERE s.against] AS against
UNWIND [x IN [
    {word: 'same', ids: $scope.states, holds: any(s IN sides WHERE s.together AND size(s.ids) > 1
      AND all(id IN $scope.states WHERE id IN s.ids))},
    {word: 'opposite', ids: [id IN $scope.states WHERE any(s IN against WHERE id IN s.ids)],
      holds: any(s IN against WHERE any(t IN against WHERE t <> s AND any(id IN s.ids WHERE NOT id IN t.ids OR size(t.ids) > 1)))}
  ] WHERE x.holds] AS x
// Who takes part is told where it ever changes; else it is as it is stored, and comes with the claim itself
WITH c, state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands, sign, day, size(possible) AS arity,
  CASE WHEN c.changing THEN possible END AS principals, CASE WHEN c.changing THEN actors END AS actors,
  [x.word] + x.ids AS group, CASE WHEN held = 'undated' THEN held
    WHEN held = 'sure' AND known = 'sure' AND CASE size($scope.states)
      WHEN 0 THEN size(certain) = size(possible) ELSE all(id IN x.ids WHERE id IN certain) END THEN 'sure' ELSE 'possible' END AS certainty
// The first sure day is told, else the first possible one
ORDER BY certainty <> 'sure', day
WITH c, group, state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands,
  head(collect({arity: arity, principals: principals, actors: actors, sign: sign, certainty: certainty, day: day})) AS told
RETURN c.id AS claim, group, told.arity AS arity, told.principals AS principals, told.actors AS actors,
  told.sign AS sign, state,
  confidenceFor AS for, confidenceAgainst AS against, originsFor, originsAgainst, stands,
  told.certainty AS certainty, told.day AS day
ORDER BY c.dataset, c.order, group
