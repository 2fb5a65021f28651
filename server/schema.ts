// The JSON Schemas of data files and mappings, made from the model, for editors that complete and check as one types.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { DataFile } from '../model/data-file.ts';
import { Mapping } from '../model/mapping.ts';
import { root } from './version.ts';
import { vocabulary } from './vocabulary.ts';

/** Where the schema is kept. */
export const schemaFile = path.join(root, 'data', 'schema', 'entente.schema.json');

/** Where the schema of mappings is kept. */
export const mappingSchemaFile = path.join(root, 'data', 'schema', 'mapping.schema.json');

/** Fields that hold a time: YAML takes a bare 2025 for a number, and the loader for the year. */
const times = new Set(['when', 'from', 'until', 'asOf', 'published']);

/** The schema as it is written: kinds, roles and scales are offered from the vocabulary. */
export function schemaText(): string {
  const { kinds, roles, scales } = vocabulary();
  const words: Record<string, string[]> = {
    kind: [...kinds.keys()],
    role: [...roles.keys()],
    scale: [...scales.keys()],
  };
  const schema = z.toJSONSchema(DataFile, {
    target: 'draft-7',
    io: 'input',
    override({ jsonSchema, path: at }) {
      const field = String(at[at.length - 1]);
      const list = String(at[at.length - 2]);
      const known =
        words[field] ?? (list === 'kinds' || at[at.length - 3] === 'kinds' ? words.kind : undefined);
      if (known !== undefined && jsonSchema.type === 'string') jsonSchema.enum = known;
      if (times.has(field) && jsonSchema.type === 'string') jsonSchema.type = ['string', 'integer'] as never;
    },
  });
  const about = {
    title: 'Entente data file',
    description: 'A data set with its sources, entities and claims, and the statements about each claim.',
  };
  return `${JSON.stringify({ ...schema, ...about }, null, 2)}\n`;
}

/** Lists of texts of cells, and tables of them: YAML takes a bare -9 or 1990 for a number, a mapping for the text. */
const texts = new Set(['missing', 'open', 'not', 'set', 'null', 'is']);

/** The schema of mappings as it is written. */
export function mappingSchemaText(): string {
  const schema = z.toJSONSchema(Mapping, {
    target: 'draft-7',
    io: 'input',
    override({ jsonSchema, path: at }) {
      const isText =
        texts.has(String(at[at.length - 2])) || at.includes('values') || times.has(String(at[at.length - 1]));
      if (isText && jsonSchema.type === 'string' && jsonSchema.enum === undefined)
        jsonSchema.type = ['string', 'number', 'boolean'] as never;
    },
  });
  const about = {
    title: 'Entente mapping',
    description: 'How the rows of a CSV or TSV table become claims, or entities with their offices.',
  };
  return `${JSON.stringify({ ...schema, ...about }, null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(schemaFile, schemaText());
  writeFileSync(mappingSchemaFile, mappingSchemaText());
}
