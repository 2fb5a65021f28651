// Of each data set by itself, every two ties that share a state, and what else binds the three (MODEL.md section 6):
//   dataset; hub, a, b   the three, a before b
//   toA, toB, between    the ties of the hub with a and with b, and of a with b (null where there is none)
//   joints               the claims that tie all three pairs
// A tie is {sure, holds, rows}: whether a claim surely gives it, and whether any does but undated ones, which close
// nothing on a day. A joint claim is {sure, holds, row}. A row is what the answer tells of a claim.
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states STATES{3,}   the states in question
// @param   tie          STRING       the sign that ties and joint claims have: + or -
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
WITH c WHERE (c.changing OR c.arity >= 2) AND $tie IN [c.within, c.across]
// @include lens
WITH * WHERE stands AND size(possible) >= 2
WITH c, collect({day: day, certain: certain, asked: [id IN possible WHERE size($scope.states) = 0 OR id IN $scope.states],
  level: CASE WHEN held = 'sure' AND known = 'sure' THEN 'sure' WHEN held = 'undated' THEN held ELSE 'possible' END,
  row: {claim: c.id, order: c.order, principals: possible, actors: actors, sign: sign, state: state,
    for: confidenceFor, against: confidenceAgainst, originsFor: originsFor, originsAgainst: originsAgainst, day: day}
}) AS days
WITH c.dataset AS dataset, collect({c: c, days: days}) AS judged
// Ties: bilateral claims of the sign asked for
CALL (judged) {
  UNWIND [x IN judged WHERE NOT x.c.incomplete] AS x
  UNWIND [d IN x.days WHERE d.row.sign = $tie AND size(d.certain) <= 2] AS d
  UNWIND range(0, size(d.asked) - 2) AS i
  UNWIND range(i + 1, size(d.asked) - 1) AS j
  WITH x.c AS c, d, [d.asked[i], d.asked[j]] AS pair
  WHERE all(id IN d.certain WHERE id IN pair)
  WITH pair, c, collect({row: d.row, level: CASE
    WHEN d.level = 'sure' AND size(d.certain) < size(d.row.principals) THEN 'possible' ELSE d.level END}) AS told
  // The first sure day is told, else the first possible one
  WITH pair, coalesce(head([t IN told WHERE t.level = 'sure']), head(told)) AS told
  WITH pair, collect(told) AS told
  RETURN collect({pair: pair, sure: any(t IN told WHERE t.level = 'sure'),
    holds: any(t IN told WHERE t.level <> 'undated'), rows: [t IN told WHERE t.level <> 'undated' | t.row]}) AS ties
}
WITH * WHERE size(ties) >= 2
// Joint claims: who of the tied takes part in them, how, and on which of their days
CALL (judged, ties) {
  WITH judged, COLLECT { UNWIND ties AS t UNWIND t.pair AS id RETURN DISTINCT id } AS tied
  UNWIND judged AS x
  WITH tied, x.c AS c, x.days AS days
  UNWIND [i IN range(0, size(days) - 1) WHERE size(days[i].asked) >= 3] AS i
  MATCH (e:Entity)-[p:PARTY_TO]->(c)
  WHERE e.id IN tied AND p.part IN ['actor', 'addressee']
    AND (days[i].day IS NULL OR p.startEarliest IS NULL OR p.startEarliest <= days[i].day <= p.endLatest)
  WITH c, days, e.id AS id, p.part AS part, p.side AS side, collect(i) AS possible,
    collect(CASE WHEN days[i].level = 'sure' AND e.id IN days[i].certain THEN i END) AS sure
  WITH c, days, collect({id: id, claim: c.id, part: part, side: side, possible: possible, sure: sure}) AS places
  WHERE size(places) >= 3
  RETURN collect({claim: c.id, within: c.within, across: c.across, days: days, places: places}) AS joint
}
// Each tied state with its ties and its places in joint claims
CALL (ties, joint) {
  WITH ties, COLLECT {
    UNWIND range(0, size(joint) - 1) AS i UNWIND joint[i].places AS p
    RETURN {of: i, id: p.id, part: p.part, side: p.side, possible: p.possible, sure: p.sure}
  } AS places
  UNWIND ties AS t
  UNWIND t.pair AS id
  WITH places, id, collect({other: head([x IN t.pair WHERE x <> id]), tie: t}) AS spokes
  RETURN collect({id: id, spokes: spokes, places: [p IN places WHERE p.id = id]}) AS nodes
}
UNWIND nodes AS hub
UNWIND [x IN hub.spokes WHERE x.tie.holds] AS x
UNWIND [y IN hub.spokes WHERE y.tie.holds AND y.other > x.other] AS y
WITH dataset, joint, hub, x.tie AS toA, y.tie AS toB, head([n IN nodes WHERE n.id = x.other]) AS a,
  head([n IN nodes WHERE n.id = y.other]) AS b
WITH *, head([s IN a.spokes WHERE s.other = b.id]).tie AS between, COLLECT {
    UNWIND hub.places AS p
    UNWIND [q IN a.places WHERE q.of = p.of] AS q
    UNWIND [s IN b.places WHERE s.of = p.of] AS s
    WITH p, q, s, joint[p.of] AS j
    WHERE all(pair IN [[p, q], [p, s], [q, s]] WHERE CASE
        WHEN pair[0].part <> pair[1].part THEN j.across
        WHEN pair[0].part = 'addressee' THEN null
        WHEN 'abstain' IN [pair[0].side, pair[1].side] THEN '0'
        WHEN pair[0].side <> pair[1].side THEN j.across
        ELSE j.within
      END = $tie)
    WITH j, head([d IN p.sure WHERE d IN q.sure AND d IN s.sure]) AS sure,
      head([d IN p.possible WHERE d IN q.possible AND d IN s.possible]) AS possible
    WHERE possible IS NOT NULL
    // The least: sure before possible, and of those the first day
    WITH j, min([sure IS NULL, coalesce(sure, possible)]) AS first
    RETURN {sure: NOT first[0], holds: j.days[first[1]].level <> 'undated', row: j.days[first[1]].row}
  } AS joints
// Aggregated, so that the rows that follow do not drag along all that was collected
WITH dataset, hub.id AS hub, a.id AS a, b.id AS b,
  head(collect({toA: toA, toB: toB, between: between, joints: joints})) AS found
WITH dataset, hub, a, b, found.toA AS toA, found.toB AS toB, found.between AS between, found.joints AS joints
