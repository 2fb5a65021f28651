// Judges the claim c through the filters and the lens (MODEL.md sections 2 to 4; model/judge.ts says the same, slowly).
// It gives a row for each composition of the claim that the lens looks at:
//   day            the first day of it; null where the principals are the same on all days asked about
//   held           whether the claim's own time, on that day, is what was asked for: sure, possible, undated
//   certain        its principals by every reading of the spells;   possible   by some reading
//   actors, sign   by some reading
//   state, confidenceFor, confidenceAgainst, originsFor, originsAgainst, stands   from the statements that count
//   known          possible, where only some reading of the statements' dates gives that state and standing
// Filters, lens and scope are a map each: the server plans a query anew for each type and length of a parameter, but not for
// what is in a map.
// @param filters MAP kinds, natures, contexts, modalities, signs, states: any of these, all where a list is empty; commitment: at least this, or null
// @param lens    MAP threshold, unknown, rule, origins, from and until (days or null), over (day or life), known (a day or null), clock (public or held)
WITH * WHERE (size($filters.kinds) = 0 OR any(kind IN c.kinds WHERE kind IN $filters.kinds))
  AND (size($filters.natures) = 0 OR c.nature IN $filters.natures)
  AND (size($filters.contexts) = 0 OR c.context IN $filters.contexts)
  AND (size($filters.modalities) = 0 OR c.modality IN $filters.modalities)
  AND ($filters.commitment IS NULL OR c.commitment >= $filters.commitment)
// The claim's own time
WITH *, CASE
    WHEN $lens.from IS NULL THEN 'sure'
    WHEN c.startEarliest IS NULL THEN 'undated'
    WHEN c.startEarliest > date($lens.until) OR c.endLatest < date($lens.from) THEN 'no'
    WHEN c.uncertain OR c.startLatest > date($lens.until) OR c.endEarliest < date($lens.from) THEN 'possible'
    ELSE 'sure'
  END AS inTime
WHERE inTime <> 'no'
// The statements that count, and what they make of the claim
CALL (c) {
  MATCH (c)<-[:ABOUT]-(s:Statement)-[:FROM]->(source:Source)
  WHERE coalesce(s.confidence >= $lens.threshold, $lens.unknown)
  WITH s, CASE
      WHEN $lens.known IS NULL AND s.supersededAt IS NOT NULL THEN 'no'
      WHEN $lens.known IS NOT NULL AND $lens.clock = 'held' AND (s.recordedAt IS NULL OR s.recordedAt > date($lens.known)
        OR s.supersededAt <= date($lens.known)) THEN 'no'
      WHEN $lens.known IS NOT NULL AND $lens.clock = 'public' AND (s.supersededAt IS NOT NULL
        OR source.publishedEarliest IS NULL OR source.publishedEarliest > date($lens.known)) THEN 'no'
      WHEN s.asOfEarliest > date($lens.until) THEN 'no'
      WHEN $lens.known IS NOT NULL AND $lens.clock = 'public'
        AND (source.publishedUncertain OR source.publishedLatest > date($lens.known)) THEN 'possible'
      WHEN $lens.until IS NOT NULL AND (s.asOfUncertain OR s.asOfLatest > date($lens.until)) THEN 'possible'
      ELSE 'sure'
    END AS counts
  WITH s.stance AS stance, s.confidence AS confidence, s.originKey AS origin, counts
  WHERE counts <> 'no'
  WITH
    max(CASE WHEN stance = 'asserts' THEN confidence END) AS highestFor,
    min(CASE WHEN stance = 'asserts' THEN confidence END) AS lowestFor,
    max(CASE WHEN stance IN ['denies', 'reports-absence'] THEN confidence END) AS highestAgainst,
    min(CASE WHEN stance IN ['denies', 'reports-absence'] THEN confidence END) AS lowestAgainst,
    count(DISTINCT CASE WHEN stance IN ['denies', 'reports-absence'] THEN origin END) AS originsAgainst,
    collect(DISTINCT stance) AS stances,
    count(DISTINCT CASE WHEN stance = 'asserts' THEN origin END) AS originsFor,
    collect(DISTINCT CASE counts WHEN 'sure' THEN stance END) AS sureStances,
    count(DISTINCT CASE WHEN stance = 'asserts' AND counts = 'sure' THEN origin END) AS sureOrigins
  // By all that count, and by those that surely do
  WITH *, [reading IN [[stances, originsFor], [sureStances, sureOrigins]] | [CASE
      WHEN size(reading[0]) = 0 THEN null
      WHEN 'asserts' IN reading[0] AND 'denies' IN reading[0] THEN 'contested'
      WHEN 'asserts' IN reading[0] AND 'reports-absence' IN reading[0] THEN 'unverified'
      WHEN 'asserts' IN reading[0] THEN 'asserted'
      WHEN 'denies' IN reading[0] THEN 'denied'
      WHEN 'reports-absence' IN reading[0] THEN 'unevidenced'
      ELSE 'open'
    END, 'asserts' IN reading[0] AND reading[1] >= $lens.origins]] AS readings
  RETURN readings[0][0] AS state, readings[0][1] AS stands,
    CASE WHEN readings[0] = readings[1] OR size(stances) = 0 THEN 'sure' ELSE 'possible' END AS known,
    CASE $lens.rule WHEN 'highest' THEN highestFor ELSE lowestFor END AS confidenceFor,
    CASE $lens.rule WHEN 'highest' THEN highestAgainst ELSE lowestAgainst END AS confidenceAgainst,
    originsFor, originsAgainst
}
WITH * WHERE size($filters.states) = 0 OR state IN $filters.states
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
      UNWIND [p.first, p.begun, CASE WHEN p.ending < date('9999-12-31') THEN p.ending + duration({days: 1}) END,
        CASE WHEN p.last < date('9999-12-31') THEN p.last + duration({days: 1}) END] AS day
      WITH DISTINCT day WHERE firstDay < day <= lastDay
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
