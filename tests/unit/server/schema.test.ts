// The JSON Schema for editors: it is that of the model, and takes the shipped file.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mappingSchemaFile, mappingSchemaText, schemaFile, schemaText } from '../../../server/schema.ts';

const schema = JSON.parse(schemaText());

test('the file is fresh; npm run schema writes it', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(schemaText());
  expect(readFileSync(mappingSchemaFile, 'utf8')).toBe(mappingSchemaText());
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

test('that of mappings takes codes as numbers, and refuses unknown keys', () => {
  const mapping = JSON.parse(mappingSchemaText());
  expect(mapping.additionalProperties).toBe(false);
  expect(Object.keys(mapping.properties)).toContain('tables');
  const { row } = mapping.properties.claims.properties;
  expect(row.enum).toEqual(['claim', 'party', 'pair']);
  expect(JSON.stringify(mapping)).toContain('"missing":{"default":[],"description"');
});
