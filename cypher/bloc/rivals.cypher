// Which of the others are tied negatively with which of these states, by claims that stand, of any number of principals,
// by kind, the latest first: the evidence that they are rivals.
// @mode    read
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states LIST<STRING> the states in question
// @param   scope.others LIST<STRING> those who are in a claim with them
// @returns other STRING, state STRING, dataset STRING, kind STRING, count INTEGER, first DATE?, last DATE?, claims LIST<STRING>
MATCH (e:Entity)-[:PARTY_TO]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads AND '-' IN [c.within, c.across]
WITH DISTINCT c
// @include lens
WITH * WHERE stands AND any(id IN possible WHERE id IN $scope.states) AND any(id IN possible WHERE id IN $scope.others)
CALL (c, day) {
  MATCH (e:Entity)-[p:PARTY_TO]->(c)<-[q:PARTY_TO]-(o:Entity)
  WHERE e.id IN $scope.states AND o.id IN $scope.others
    AND p.part IN ['actor', 'addressee'] AND q.part IN ['actor', 'addressee']
    AND (day IS NULL OR p.startEarliest IS NULL OR p.startEarliest <= day <= p.endLatest)
    AND (day IS NULL OR q.startEarliest IS NULL OR q.startEarliest <= day <= q.endLatest)
    AND CASE
      WHEN p.part = 'addressee' AND q.part = 'addressee' THEN null
      WHEN p.part <> q.part THEN c.across
      WHEN 'abstain' IN [p.side, q.side] THEN '0'
      WHEN p.side <> q.side THEN c.across
      ELSE c.within
    END = '-'
  RETURN DISTINCT e.id AS one, o.id AS other
}
WITH DISTINCT c, one, other ORDER BY c.endLatest DESC, c.order
RETURN other, one AS state, c.dataset AS dataset, c.kind AS kind, count(c) AS count, min(c.startEarliest) AS first,
  max(c.endLatest) AS last, collect(c.id)[..20] AS claims
ORDER BY other, state, dataset, kind
