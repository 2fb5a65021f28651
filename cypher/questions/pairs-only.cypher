// The false trilateral: three states tied pairwise by claims of two, and no claim that joins all three.
// @label   Pairs only
// @mode    read
// @counts  group
// @over    day
// @returns claim STRING, group LIST<STRING>, arity INTEGER, principals LIST<STRING>?, actors LIST<STRING>?, sign STRING, state STRING?, for INTEGER?, against INTEGER?, originsFor INTEGER, originsAgainst INTEGER, stands BOOLEAN, certainty STRING, day DATE?
// @include triads
// Each three once, and none that a claim surely joins
WITH * WHERE hub < a AND between.holds AND none(j IN joints WHERE j.sure)
WITH dataset, [hub, a, b] AS group, toA.rows + toB.rows + between.rows AS rows,
  // A joint claim that is only possible could make it a true one
  CASE WHEN toA.sure AND toB.sure AND between.sure AND size(joints) = 0 THEN 'sure' ELSE 'possible' END AS certainty
UNWIND rows AS row
RETURN row.claim AS claim, group, size(row.principals) AS arity, row.principals AS principals, row.actors AS actors, row.sign AS sign, row.state AS state,
  row.for AS for, row.against AS against, row.originsFor AS originsFor, row.originsAgainst AS originsAgainst, true AS stands,
  certainty, row.day AS day
ORDER BY dataset, group, row.order
