// Who else is a principal of claims, each on the day that is told of it.
// @mode    read
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states LIST<STRING> the states in question
// @param   scope.days   LIST<MAP>    claim: its id; day: a day, or null for its whole life
// @returns claim STRING, others LIST<MAP>
UNWIND $scope.days AS told
MATCH (c:Claim {id: told.claim}) WHERE c.load IN $scope.loads
RETURN c.id AS claim, COLLECT {
    MATCH (e:Entity)-[p:PARTY_TO]->(c)
    WHERE NOT e.id IN $scope.states AND p.part IN ['actor', 'addressee']
      AND (told.day IS NULL OR p.startEarliest IS NULL OR p.startEarliest <= date(told.day) <= p.endLatest)
    RETURN {entity: e.id, part: p.part, side: p.side} ORDER BY e.id, p.index
  } AS others
