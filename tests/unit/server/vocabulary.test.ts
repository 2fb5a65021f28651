// The vocabulary as it is read: by id, by its schemas, and with file and line where a row is broken.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Entity } from '../../../model/entity.ts';
import { InvalidError } from '../../../server/errors.ts';
import { entityOf, readVocabulary, vocabulary } from '../../../server/vocabulary.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-vocabulary-'));
const shipped = path.resolve(import.meta.dirname, '../../../data/vocabulary');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The errors of the vocabulary with one file changed. */
function broken(name: string, change: (text: string) => string) {
  cpSync(shipped, folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  try {
    readVocabulary(folder);
  } catch (error) {
    if (error instanceof InvalidError)
      return error.errors.map((e) => ({ ...e, file: path.basename(e.file ?? '') }));
    throw error;
  }
  return [];
}

test('the shipped one is whole, and read once', () => {
  const { kinds, roles, states, scales } = vocabulary();
  expect([kinds.size > 30, roles.size > 30, states.size > 200, scales.size]).toEqual([true, true, true, 5]);
  expect(kinds.get('summit')).toMatchObject({ nature: 'event', within: '+', across: '0', commitment: 2 });
  expect(vocabulary()).toBe(vocabulary());
});

test('every state is an entity', () => {
  for (const state of vocabulary().states.values()) Entity.parse(entityOf(state));
});

test('a broken row is told with its file and line', () => {
  expect(broken('kinds.csv', (t) => t.replace('summit,Summit,event', 'summit,Summit,evnt'))).toMatchObject([
    { file: 'kinds.csv', line: 11, pointer: '/nature' },
  ]);
  expect(broken('roles.csv', (t) => `${t}host,again,actor,meeting,,Once more.\n`)).toMatchObject([
    { file: 'roles.csv', detail: '"host" stands twice' },
  ]);
  expect(broken('roles.csv', (t) => `${t}one,two\n`)).toMatchObject([
    { file: 'roles.csv', line: expect.any(Number) },
  ]);
  expect(broken('scales.json', () => '[')).toMatchObject([{ file: 'scales.json' }]);
});
