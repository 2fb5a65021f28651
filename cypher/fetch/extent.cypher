// What pairs and triads hold at the least where claims are looked at on many days: their principals on each day on which
// somebody joins a claim, and the pairs among them. Of claims that stand and whose parties come and go; counted are actors
// without a side who are surely there, for each two of them are tied. What is not counted makes the true numbers larger.
// @mode    read
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states STATES{2,}   the states in question
// @param   tie          STRING?      the sign that claims can give a tie; any where null
// @returns principals INTEGER, pairs INTEGER, groups INTEGER
CALL () {
  WITH * WHERE size($scope.states) = 0
  MATCH (c:Claim) WHERE c.load IN $scope.loads
  RETURN c
  UNION
  MATCH (e:Entity)-[:PARTY_TO]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads
  WITH c, count(DISTINCT e) AS named WHERE named >= 2
  RETURN c
}
// Few parties make few pairs
WITH c WHERE c.changing AND c.within IS NOT NULL AND ($tie IS NULL OR c.within = $tie)
  AND COUNT { (c)<-[:PARTY_TO]-() } >= 10
// @include standing
WITH * WHERE stands
CALL (c) {
  MATCH (e:Entity)-[p:PARTY_TO]->(c) WHERE p.part = 'actor' AND p.side IS NULL AND NOT coalesce(p.uncertain, false)
  WITH CASE WHEN c.startEarliest > date($lens.from) OR $lens.from IS NULL THEN coalesce(c.startEarliest, date('0001-01-01'))
      ELSE date($lens.from) END AS firstDay,
    CASE WHEN c.endLatest < date($lens.until) OR $lens.until IS NULL THEN coalesce(c.endLatest, date('9999-12-31'))
      ELSE date($lens.until) END AS lastDay,
    // Who has two spells is there once
    count(*) - count(DISTINCT e) AS twice,
    collect(CASE WHEN p.startEarliest IS NULL THEN [date('0001-01-01'), date('9999-12-31')]
      ELSE [p.startLatest, p.endEarliest] END) AS spells
  WITH firstDay, lastDay, twice, COLLECT {
      UNWIND spells AS s
      WITH s, count(*) AS n
      RETURN {first: s[0], last: s[1], n: n}
    } AS spells
  UNWIND [firstDay] + COLLECT {
      UNWIND spells AS s
      WITH DISTINCT s.first AS day WHERE firstDay < day <= lastDay AND day < date('9999-12-31')
      RETURN day
    } AS day
  WITH reduce(n = -twice, s IN spells | n + CASE WHEN s.first <= day <= s.last THEN s.n ELSE 0 END) AS n
  WITH CASE WHEN n < 2 THEN 0 ELSE n END AS n
  RETURN sum(n) AS principals, sum(n * (n - 1) / 2) AS pairs, max(n * (n - 1) / 2) AS groups
}
RETURN coalesce(sum(principals), 0) AS principals, coalesce(sum(pairs), 0) AS pairs, coalesce(sum(groups), 0) AS groups
