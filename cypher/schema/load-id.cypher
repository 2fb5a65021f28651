// A load is one by its id.
// @mode schema
CREATE CONSTRAINT loadId IF NOT EXISTS FOR (n:Load) REQUIRE n.id IS UNIQUE
