// The line of the first user is the one that Neo4j's own tool writes.
import { expect, test } from 'vitest';
import { initialUser } from '../../../../server/neo4j/password.ts';

test('the same password and salt give what neo4j-admin 5.26.29 wrote for them', () => {
  const salt = Buffer.from('24e87e10524cb1a8a1656d978b1ccf0bbb24b573e9b14bb726f1d3bb4f8aa22b', 'hex');
  expect(initialUser('correcthorse', salt)).toBe(
    'neo4j:SHA-256,c15e4ca764ae22ce1f99965149f80e0f94aad85c42dfc95bd6c6eee0aa7b3219,24e87e10524cb1a8a1656d978b1ccf0bbb24b573e9b14bb726f1d3bb4f8aa22b,1024:\n',
  );
});
