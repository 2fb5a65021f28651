// Every declaration of an entity.
// @mode schema
CREATE INDEX declarationEntity IF NOT EXISTS FOR (n:Declaration) ON (n.id)
