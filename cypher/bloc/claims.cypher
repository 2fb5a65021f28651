// Claims in which at least two of these states are principals: how each of them takes part on each of its days, and all
// that was said of it, so that it can be judged at any threshold.
// @mode    read
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states LIST<STRING> the states in question
// @returns claim STRING, dataset STRING, kind STRING, commitment INTEGER?, within STRING, across STRING, incomplete BOOLEAN, days LIST<MAP>, statements LIST<MAP>
MATCH (e:Entity)-[:PARTY_TO]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads
WITH c, count(DISTINCT e) AS among
WITH c WHERE among >= 2
// @include lens
WITH * WHERE size([id IN possible WHERE id IN $scope.states]) >= 2
CALL (c, day, certain) {
  MATCH (e:Entity)-[p:PARTY_TO]->(c)
  WHERE e.id IN $scope.states AND p.part IN ['actor', 'addressee']
    AND (day IS NULL OR p.startEarliest IS NULL OR p.startEarliest <= day <= p.endLatest)
  WITH certain, e, p ORDER BY e.id, p.index
  RETURN collect({entity: e.id, part: p.part, side: p.side, sure: e.id IN certain}) AS members
}
WITH c, day, held, sign, certain, possible, members ORDER BY day
WITH c, collect({day: day, held: held, sign: sign, certain: size(certain), possible: size(possible), members: members}) AS days
RETURN c.id AS claim, c.dataset AS dataset, c.kind AS kind, c.commitment AS commitment, c.within AS within,
  c.across AS across, c.incomplete AS incomplete, days, COLLECT {
    MATCH (c)<-[:ABOUT]-(s:Statement)-[:FROM]->(source:Source)
    RETURN {stance: s.stance, confidence: s.confidence, origin: s.originKey, recordedAt: s.recordedAt,
      supersededAt: s.supersededAt, asOfEarliest: s.asOfEarliest, asOfLatest: s.asOfLatest, asOfUncertain: s.asOfUncertain,
      publishedEarliest: source.publishedEarliest, publishedLatest: source.publishedLatest,
      publishedUncertain: source.publishedUncertain, markings: [s.marking, source.marking]}
    ORDER BY s.order
  } AS statements
ORDER BY c.dataset, c.order
