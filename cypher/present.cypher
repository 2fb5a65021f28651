// Who takes part: as it is stored where it never changes, else on each day on which it does
CALL (c, inTime) {
  WITH * WHERE NOT c.changing
  RETURN null AS day, inTime AS held, c.principals AS certain, c.principals AS possible, c.actors AS actors,
    c.sign AS sign
  UNION ALL
  WITH * WHERE c.changing
  OPTIONAL MATCH (e:Entity)-[p:PARTY_TO]->(c) WHERE p.part IN ['actor', 'addressee']
  WITH c, inTime, e, p,
    CASE WHEN c.startEarliest > date($lens.from) OR $lens.from IS NULL THEN coalesce(c.startEarliest, date('0001-01-01'))
      ELSE date($lens.from) END AS firstDay,
    CASE WHEN c.endLatest < date($lens.until) OR $lens.until IS NULL THEN coalesce(c.endLatest, date('9999-12-31'))
      ELSE date($lens.until) END AS lastDay
  ORDER BY e.id
  WITH c, inTime, firstDay, lastDay, collect(CASE WHEN p IS NOT NULL THEN {id: e.id, part: p.part, side: p.side,
    first: p.startEarliest, begun: p.startLatest, ending: p.endEarliest, last: p.endLatest,
    unsure: coalesce(p.uncertain, false)} END) AS parties
  WITH *, CASE $lens.over WHEN 'life' THEN [null] ELSE [firstDay] + COLLECT {
      // From its latest start on a claim surely holds, if there is a day on which it does
      UNWIND [{first: CASE WHEN c.startLatest <= c.endEarliest THEN c.startLatest END}] + parties AS p
      UNWIND [p.first, p.begun, CASE WHEN date('0001-01-01') < p.ending < date('9999-12-31') THEN p.ending + duration({days: 1}) END,
        CASE WHEN p.last < date('9999-12-31') THEN p.last + duration({days: 1}) END] AS day
      // A start of which nothing is known is at the latest on no day
      WITH DISTINCT day WHERE firstDay < day <= lastDay AND day < date('9999-12-31')
      RETURN day ORDER BY day
    } END AS days
  UNWIND days AS day
  WITH *, [p IN parties WHERE day IS NULL OR p.first IS NULL OR p.first <= day <= p.last] AS there
  WITH *, [p IN there WHERE day IS NULL OR p.first IS NULL OR (NOT p.unsure AND p.begun <= day <= p.ending)] AS sure
  WITH *, [p IN there WHERE p.part = 'actor'] AS acting, [p IN there WHERE p.part = 'addressee'] AS addressed
  WITH *, [p IN acting WHERE coalesce(p.side, '') <> 'abstain'] AS voting
  WITH *, [p IN voting WHERE p.side IS NOT NULL] AS sided
  WITH *, [
      CASE WHEN any(p IN voting WHERE any(q IN voting WHERE p.id < q.id AND coalesce(p.side = q.side, true)))
        THEN c.within END,
      CASE WHEN any(p IN acting WHERE any(q IN addressed WHERE p.id <> q.id))
        OR any(p IN sided WHERE any(q IN sided WHERE p.id < q.id AND p.side <> q.side)) THEN c.across END
    ] AS ties
  RETURN day,
    CASE WHEN $lens.from IS NULL OR inTime = 'undated' OR size(days) = 1 THEN inTime
      WHEN c.uncertain OR NOT c.startLatest <= day <= c.endEarliest THEN 'possible' ELSE 'sure' END AS held,
    [i IN range(0, size(sure) - 1) WHERE i = 0 OR sure[i].id <> sure[i - 1].id | sure[i].id] AS certain,
    [i IN range(0, size(there) - 1) WHERE i = 0 OR there[i].id <> there[i - 1].id | there[i].id] AS possible,
    [i IN range(0, size(acting) - 1) WHERE i = 0 OR acting[i].id <> acting[i - 1].id | acting[i].id] AS actors,
    CASE WHEN '+' IN ties THEN CASE WHEN '-' IN ties THEN '±' ELSE '+' END WHEN '-' IN ties THEN '-' ELSE '0' END AS sign
}
WITH * WHERE size($filters.signs) = 0 OR sign IN $filters.signs
