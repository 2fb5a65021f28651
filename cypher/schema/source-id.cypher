// A source is one by its id within its load.
// @mode schema
CREATE CONSTRAINT sourceId IF NOT EXISTS FOR (n:Source) REQUIRE (n.load, n.id) IS UNIQUE
