// All entities that a load declares.
// @mode schema
CREATE INDEX declarationLoad IF NOT EXISTS FOR (n:Declaration) ON (n.load)
