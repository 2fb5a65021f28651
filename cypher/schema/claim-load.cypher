// All claims of a load.
// @mode schema
CREATE INDEX claimLoad IF NOT EXISTS FOR (n:Claim) ON (n.load)
