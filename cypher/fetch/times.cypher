// When the claims of these states begin and end, as they are stored and before any judging; a claim's own time only.
// @mode    read
// @param   loads  LIST<STRING> the current loads of the data sets looked at
// @param   states LIST<STRING> the states in question; all claims where it is empty
// @returns dataset STRING, startEarliest DATE?, startLatest DATE?, endEarliest DATE?, endLatest DATE?, claims INTEGER
CALL () {
  WITH * WHERE size($states) = 0
  MATCH (c:Claim) WHERE c.load IN $loads
  RETURN c
  UNION
  MATCH (e:Entity)-[:PARTY_TO|ACTS_IN]->(c:Claim) WHERE e.id IN $states AND c.load IN $loads
  RETURN c
}
RETURN c.dataset AS dataset, c.startEarliest AS startEarliest, c.startLatest AS startLatest,
  c.endEarliest AS endEarliest, c.endLatest AS endLatest, count(*) AS claims
ORDER BY startEarliest, endLatest, startLatest, endEarliest, dataset
