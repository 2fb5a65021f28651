// A statement is one by its id within its load.
// @mode schema
CREATE CONSTRAINT statementId IF NOT EXISTS FOR (n:Statement) REQUIRE (n.load, n.id) IS UNIQUE
