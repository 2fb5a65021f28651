// Entities, claims and sources by name, code or title.
// @mode    read
// @param   scope.loads LIST<STRING> the loads looked at
// @param   scope.words STRING       what is looked for, as the full-text index reads it; made of letters and digits only
// @returns kind STRING, id STRING, names LIST<STRING>, label STRING, detail STRING, score FLOAT
CALL () {
  CALL db.index.fulltext.queryNodes('entityNames', $scope.words, {limit: 60}) YIELD node AS e, score
  WHERE e.name IS NOT NULL
  RETURN 'entity' AS kind, e.id AS id, [e.name] + [n IN e.names | substring(n, size(split(n, ':')[0]) + 1)]
      + coalesce(e.aliases, []) + [code IN [e.iso3, e.iso2] WHERE code IS NOT NULL] AS names,
    e.label AS label, coalesce(head(COLLECT {
      MATCH (e)-[r:REPRESENTS]->(other:Entity) WHERE r.load IN $scope.loads
      RETURN r.office + ', ' + other.name ORDER BY r.index
    }), e.iso3, '') AS detail, score
  UNION ALL
  CALL db.index.fulltext.queryNodes('claimTitles', $scope.words, {limit: 60}) YIELD node AS c, score
  WHERE c.load IN $scope.loads
  RETURN 'claim' AS kind, c.id AS id, [c.title] + [short IN [c.short] WHERE short IS NOT NULL] AS names,
    c.kind AS label, coalesce(c.when, '') AS detail, score
  UNION ALL
  CALL db.index.fulltext.queryNodes('sourceTitles', $scope.words, {limit: 60}) YIELD node AS s, score
  WHERE s.load IN $scope.loads
  RETURN 'source' AS kind, s.id AS id, [s.title] AS names, coalesce(s.publisher, '') AS label,
    coalesce(s.published, '') AS detail, score
}
RETURN kind, id, names, label, detail, score
ORDER BY score DESC
