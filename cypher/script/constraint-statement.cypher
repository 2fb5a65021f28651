// In an exported script: a statement has one node.
// @mode    schema
CREATE CONSTRAINT entente_statement IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE
