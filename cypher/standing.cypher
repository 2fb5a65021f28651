// @param filters MAP kinds, natures, contexts, modalities, signs, states: any of these, all where a list is empty; commitment: at least this, or null
// @param lens    MAP threshold, unknown, rule, origins, from and until (days or null), over (day or life), known (a day or null), clock (public or held), above (markings that do not count)
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
    AND NOT coalesce(s.marking IN $lens.above, false) AND NOT coalesce(source.marking IN $lens.above, false)
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
