// A data set is one by its id.
// @mode schema
CREATE CONSTRAINT datasetId IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE
