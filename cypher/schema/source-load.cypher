// All sources of a load.
// @mode schema
CREATE INDEX sourceLoad IF NOT EXISTS FOR (n:Source) ON (n.load)
