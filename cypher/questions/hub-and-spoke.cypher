// One state tied to two that are not tied to each other, and no claim that joins all three. The hub is named first.
// @label   Hub and spoke
// @mode    read
// @counts  group
// @over    day
// @returns claim STRING, group LIST<STRING>, arity INTEGER, principals LIST<STRING>?, actors LIST<STRING>?, sign STRING, state STRING?, for INTEGER?, against INTEGER?, originsFor INTEGER, originsAgainst INTEGER, stands BOOLEAN, certainty STRING, day DATE?
// @include triads
WITH * WHERE NOT coalesce(between.sure, false) AND none(j IN joints WHERE j.sure)
WITH dataset, [hub, a, b] AS group, toA.rows + toB.rows AS rows,
  // A tie of the two, or a joint claim, that is only possible could undo it
  CASE WHEN toA.sure AND toB.sure AND between IS NULL AND size(joints) = 0 THEN 'sure' ELSE 'possible' END AS certainty
UNWIND rows AS row
RETURN row.claim AS claim, group, size(row.principals) AS arity, row.principals AS principals, row.actors AS actors, row.sign AS sign, row.state AS state,
  row.for AS for, row.against AS against, row.originsFor AS originsFor, row.originsAgainst AS originsAgainst, true AS stands,
  certainty, row.day AS day
ORDER BY dataset, group, row.order
