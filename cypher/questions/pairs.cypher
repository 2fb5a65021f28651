// Ties by pair, derived from claims of any number of principals that stand, by data set and sign; a claim gives a pair
// one tie of each sign. With states the pairs among them. Ties are nowhere stored.
// @label   Pairs
// @mode    read
// @counts  pair
// @over    day
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states STATES{2,}   the states in question
// @returns a STRING, b STRING, dataset STRING, sign STRING, asserted INTEGER, contested INTEGER, unverified INTEGER, possible INTEGER, undated INTEGER, bilateral INTEGER, least INTEGER?, claims LIST<STRING>
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
WITH c WHERE c.changing OR c.arity >= 2
// @include lens
WITH * WHERE stands AND size(possible) >= 2
CALL (c, day, certain) {
  MATCH (e:Entity)-[p:PARTY_TO]->(c)
  WHERE p.part IN ['actor', 'addressee'] AND (size($scope.states) = 0 OR e.id IN $scope.states)
    AND (day IS NULL OR p.startEarliest IS NULL OR p.startEarliest <= day <= p.endLatest)
  WITH c, certain, e, p ORDER BY e.id
  WITH c, certain, collect({id: e.id, part: p.part, side: p.side, certain: e.id IN certain}) AS parties
  UNWIND range(0, size(parties) - 2) AS i
  UNWIND range(i + 1, size(parties) - 1) AS j
  WITH c, parties[i] AS p, parties[j] AS q
  WITH p, q, CASE
      WHEN p.id = q.id OR (p.part = 'addressee' AND q.part = 'addressee') THEN null
      WHEN p.part <> q.part THEN c.across
      WHEN 'abstain' IN [p.side, q.side] THEN '0'
      WHEN p.side <> q.side THEN c.across
      ELSE c.within
    END AS tie
  WHERE tie IS NOT NULL
  RETURN p.id AS a, q.id AS b, tie, p.certain AND q.certain AS sure
}
WITH c, state, a, b, tie, min(CASE WHEN held = 'undated' THEN 2 WHEN held = 'sure' AND known = 'sure' AND sure THEN 0 ELSE 1 END)
    AS level,
  max(NOT c.incomplete AND held = 'sure' AND known = 'sure' AND size(certain) = 2 AND size(possible) = 2) AS bilateral,
  min(CASE WHEN held = 'sure' AND known = 'sure' AND sure THEN size(certain) END) AS least
ORDER BY c.order
RETURN a, b, c.dataset AS dataset, tie AS sign,
  count(CASE WHEN level = 0 AND state = 'asserted' THEN 1 END) AS asserted,
  count(CASE WHEN level = 0 AND state = 'contested' THEN 1 END) AS contested,
  count(CASE WHEN level = 0 AND state = 'unverified' THEN 1 END) AS unverified,
  count(CASE WHEN level = 1 THEN 1 END) AS possible,
  count(CASE WHEN level = 2 THEN 1 END) AS undated,
  count(CASE WHEN bilateral THEN 1 END) AS bilateral,
  min(least) AS least,
  collect(c.id)[..20] AS claims
ORDER BY dataset, a, b, sign
