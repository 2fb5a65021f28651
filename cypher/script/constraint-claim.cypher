// In an exported script: a claim has one node.
// @mode    schema
CREATE CONSTRAINT entente_claim IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE
