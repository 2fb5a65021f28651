// In an exported script: a data set has one node.
// @mode    schema
CREATE CONSTRAINT entente_dataset IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE
