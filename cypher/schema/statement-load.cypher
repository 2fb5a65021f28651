// All statements of a load.
// @mode schema
CREATE INDEX statementLoad IF NOT EXISTS FOR (n:Statement) ON (n.load)
