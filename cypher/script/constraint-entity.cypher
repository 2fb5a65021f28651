// In an exported script: an entity has one node.
// @mode    schema
CREATE CONSTRAINT entente_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE
