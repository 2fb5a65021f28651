// Documents say what the code says: their tables are made from it, and what they link to is there.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { standing, tables } from './tables.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('tables of the documents equal the code (npm run docs writes them)', () => {
  test.each(tables.map((t) => [t.file, t.mark, t] as const))('%s, %s', (file, mark, t) => {
    expect(standing(file, mark)).toBe(t.text());
  });
});

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/model.md',
  'docs/architecture.md',
  'docs/questions.md',
  'docs/formats.md',
  'docs/views.md',
  'docs/mappings.md',
  'docs/api.md',
];

test.each(documents)('links in %s lead somewhere', (document) => {
  const text = readFileSync(path.join(root, document), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)].map((m) => m[1] ?? '');
  const dead = links.filter((to) => !existsSync(path.resolve(root, path.dirname(document), to)));
  expect(dead).toEqual([]);
});

test.each(documents)('files and folders that %s names are there', (document) => {
  const text = readFileSync(path.join(root, document), 'utf8');
  const named = [...text.matchAll(/`((?:model|server|client|cypher|data|tests|docs)\/[^`\s*<>]*)`/g)].map(
    (m) => m[1] ?? '',
  );
  expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});
