// There is one lock for loading.
// @mode schema
CREATE CONSTRAINT lockId IF NOT EXISTS FOR (n:LoadLock) REQUIRE n.id IS UNIQUE
