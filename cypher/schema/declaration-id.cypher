// A declaration is one by its id within its load.
// @mode schema
CREATE CONSTRAINT declarationId IF NOT EXISTS FOR (n:Declaration) REQUIRE (n.load, n.id) IS UNIQUE
