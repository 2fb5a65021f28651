// A claim is one by its id within its load.
// @mode schema
CREATE CONSTRAINT claimId IF NOT EXISTS FOR (n:Claim) REQUIRE (n.load, n.id) IS UNIQUE
