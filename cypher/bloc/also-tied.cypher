// Who else is tied to each of these states by claims of two: cooperative, standing, by data set.
// @mode    read
// @param   scope.loads  LIST<STRING> the current loads of the data sets looked at
// @param   scope.states LIST<STRING> the states in question
// @returns dataset STRING, other STRING, sure BOOLEAN, claims LIST<STRING>
MATCH (e:Entity)-[:PARTY_TO]->(c:Claim) WHERE e.id IN $scope.states AND c.load IN $scope.loads
WITH DISTINCT c
WITH c WHERE NOT c.incomplete AND (c.changing OR c.arity = 2)
// @include lens
WITH * WHERE stands AND sign = '+' AND held <> 'undated' AND size(certain) <= 2
UNWIND [id IN possible WHERE id IN $scope.states] AS one
UNWIND [id IN possible WHERE NOT id IN $scope.states] AS other
WITH * WHERE all(id IN certain WHERE id IN [one, other])
WITH c, one, other, max(held = 'sure' AND known = 'sure' AND size(certain) = size(possible)) AS sure
ORDER BY c.order
WITH c.dataset AS dataset, other, one, max(sure) AS sure, collect(c.id)[..20] AS claims
WITH dataset, other, min(sure) AS sure, count(one) AS tied, collect(claims) AS claims
WHERE tied = size($scope.states)
RETURN dataset, other, sure, COLLECT { UNWIND claims AS some UNWIND some AS id RETURN id } AS claims
ORDER BY dataset, other
