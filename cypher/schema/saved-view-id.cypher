// A saved view is one by its id.
// @mode schema
CREATE CONSTRAINT savedViewId IF NOT EXISTS FOR (n:SavedView) REQUIRE n.id IS UNIQUE
