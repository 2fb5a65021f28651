// Removes the parties of the claims of a load, and who acted for them, in batches: a single claim may have very many.
// @mode    write
// @param   load STRING the load
MATCH (:Claim {load: $load})<-[r:PARTY_TO|ACTS_IN]-(:Entity)
CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS
