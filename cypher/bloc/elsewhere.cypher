// What binds the others of a claim more deeply, without these states: claims of a greater commitment that stand, in which
// some of the others are and none of these states is. Partners are those of the others that are in it too.
// @mode    read
// @param   scope.loads      LIST<STRING> the current load of the data set looked at
// @param   scope.states     LIST<STRING> the states in question
// @param   scope.others     LIST<STRING> those who are in a claim with them
// @param   scope.commitment INTEGER      the commitment of that claim
// @returns other STRING, commitment INTEGER, partners LIST<STRING>, claims LIST<STRING>
MATCH (o:Entity)-[:PARTY_TO]->(c:Claim)
WHERE o.id IN $scope.others AND c.load IN $scope.loads AND c.commitment > $scope.commitment
WITH DISTINCT c
// @include lens
WITH * WHERE stands AND sign = '+' AND held <> 'undated' AND none(id IN possible WHERE id IN $scope.states)
UNWIND [id IN possible WHERE id IN $scope.others] AS other
WITH DISTINCT c, other, [id IN possible WHERE id IN $scope.others AND id <> other] AS partners
ORDER BY c.commitment DESC, c.order
WITH other, max(c.commitment) AS commitment, collect(DISTINCT c.id)[..20] AS claims, collect(partners) AS partners
RETURN other, commitment, COLLECT { UNWIND partners AS some UNWIND some AS id RETURN DISTINCT id ORDER BY id } AS partners, claims
ORDER BY other
