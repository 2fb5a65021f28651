// The JSON Schema for editors: it is that of the model, and takes the shipped file.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaFile, schemaText } from '../../../server/schema.ts';

const schema = JSON.parse(schemaText());

test('the file is fresh; npm run schema writes it', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(schemaText());
});

test('offers kinds and roles, and refuses unknown keys', () => {
  const claim = schema.properties.claims.items;
  expect(claim.additionalProperties).toBe(false);
  expect(claim.properties.kind.enum).toContain('summit');
  expect(claim.properties.kinds.items.enum).toContain('summit');
  expect(claim.properties.parties.items.properties.role.enum).toContain('host');
  expect(claim.properties.when.type).toEqual(['string', 'integer']);
  expect(schema.required).toEqual(['dataset']);
});
