// Every entry of a load by kind and id, with the hash of all it says, and the check of its quote.
// @mode    read
// @param   load STRING the load
// @returns kind STRING, id STRING, hash STRING, result STRING?, textHash STRING?, by STRING?, at DATE?
CALL () {
  MATCH (n:Source {load: $load})
  RETURN 'source' AS kind, n
  UNION ALL
  MATCH (n:Declaration {load: $load})
  RETURN 'entity' AS kind, n
  UNION ALL
  MATCH (n:Claim {load: $load})
  RETURN 'claim' AS kind, n
  UNION ALL
  MATCH (n:Statement {load: $load})
  RETURN 'statement' AS kind, n
}
RETURN kind, n.id AS id, n.hash AS hash, n.checkResult AS result, n.checkHash AS textHash, n.checkBy AS by,
  n.checkAt AS at
