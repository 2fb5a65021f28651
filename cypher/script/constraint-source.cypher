// In an exported script: a source has one node in its data set.
// @mode    schema
CREATE CONSTRAINT entente_source IF NOT EXISTS FOR (n:Source) REQUIRE (n.dataset, n.id) IS UNIQUE
