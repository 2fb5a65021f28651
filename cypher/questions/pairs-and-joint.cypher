// Three states tied pairwise by claims of two, and a claim that joins all three as well.
// @label   Pairs and joint
// @mode    read
// @counts  group
// @over    day
// @returns claim STRING, group LIST<STRING>, arity INTEGER, principals LIST<STRING>?, actors LIST<STRING>?, sign STRING, state STRING?, for INTEGER?, against INTEGER?, originsFor INTEGER, originsAgainst INTEGER, stands BOOLEAN, certainty STRING, day DATE?
// @include triads
// Each three once
WITH * WHERE hub < a AND between.holds AND any(j IN joints WHERE j.holds)
WITH dataset, [hub, a, b] AS group,
  toA.rows + toB.rows + between.rows + [j IN joints WHERE j.holds | j.row] AS rows,
  CASE WHEN toA.sure AND toB.sure AND between.sure AND any(j IN joints WHERE j.sure) THEN 'sure' ELSE 'possible' END
    AS certainty
UNWIND rows AS row
RETURN row.claim AS claim, group, size(row.principals) AS arity, row.principals AS principals, row.actors AS actors, row.sign AS sign, row.state AS state,
  row.for AS for, row.against AS against, row.originsFor AS originsFor, row.originsAgainst AS originsAgainst, true AS stands,
  certainty, row.day AS day
ORDER BY dataset, group, row.order
