// Who may import whom: the lines of docs/architecture.md as a table.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Folder or file → what it may import, by prefix; itself always. The longest prefix that fits a file is its row. */
const mayImport: Record<string, string[]> = {
  model: [],
  client: ['model'],
  'client/canvas': ['client/actions', 'client/store', 'client/drawn', 'model'],
  'client/panels': ['client', 'model'],
  server: ['model'],
  // What does not fit into memory goes to a temporary file, in formats as in the loader.
  'server/formats': ['server/errors', 'server/scratch', 'server/version', 'model'],
  'server/formats/brief': ['server/formats', 'server/text', 'server/errors', 'model'],
  'server/text': ['server/vocabulary', 'model'],
  'server/formats/table': ['server/formats', 'server/errors', 'server/version', 'server/vocabulary', 'model'],
  'server/graph': ['server/errors', 'server/settings', 'model'],
  'server/load': [
    'server/formats',
    'server/graph',
    'server/errors',
    'server/vocabulary',
    'server/settings',
    'server/scratch',
    'server/version',
    'model',
  ],
  'server/neo4j': ['server/errors', 'server/settings', 'server/browser', 'server/version', 'model'],
  'server/export': [
    'server/ask',
    'server/count',
    'server/formats',
    'server/graph',
    'server/reader',
    'server/scope',
    'server/errors',
    'server/vocabulary',
    'model',
  ],
  'server/views': [
    'server/ask',
    'server/count',
    'server/export',
    'server/formats',
    'server/graph',
    'server/load',
    'server/read-view',
    'server/scope',
    'server/errors',
    'model',
  ],
  'server/archive': [
    'server/formats',
    'server/graph',
    'server/load',
    'server/views',
    'server/errors',
    'server/version',
    'model',
  ],
  'server/api': [
    'server/ask',
    'server/views',
    'server/export',
    'server/entities',
    'server/times',
    'server/graph',
    'server/load',
    'server/formats',
    'server/errors',
    'server/vocabulary',
    'server/settings',
    'server/log',
    'server/mapping',
    'server/read-view',
    'server/recognise',
    'server/scope',
    'server/version',
    'model',
  ],
  tests: ['client', 'model', 'server', 'vite.config'],
};

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sources(name);
    else if (/\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts')) yield name;
  }
}

const importsOf = (file: string) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
    (m) => m[1] ?? '',
  );
const isUnder = (file: string, prefix: string) =>
  file === prefix || file.startsWith(`${prefix}/`) || file.startsWith(`${prefix}.`);
const rowOf = (file: string) =>
  Object.keys(mayImport)
    .filter((prefix) => isUnder(file, prefix))
    .sort((a, b) => b.length - a.length)[0] ?? '';

const files = ['model', 'server', 'client', 'tests'].flatMap((folder) => [...sources(folder)]);

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(60);
});

test('imports go one way', () => {
  const wrong = files.flatMap((file) => {
    const row = rowOf(file);
    return importsOf(file)
      .map((to) => path.posix.normalize(path.posix.join(path.posix.dirname(file), to.replace(/\?.*$/, ''))))
      .filter((to) => !isUnder(to, row) && !(mayImport[row] ?? []).some((prefix) => isUnder(to, prefix)))
      .map((to) => `${file} imports ${to}`);
  });
  expect(wrong).toEqual([]);
});

test('no file of the server or the model imports itself by way of others, be it for a type only', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, way: string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const to of importsOf(file)) follow(path.posix.join(path.posix.dirname(file), to), [...way, file]);
  };
  for (const file of files.filter((f) => /^(server|model)\/.*\.ts$/.test(f))) follow(file, []);
  expect(circles).toEqual([]);
});

test('relative imports name the file', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((to) => !/\.(ts|tsx|mjs|css|json)(\?.*)?$/.test(to))
      .map((to) => `${file} imports ${to}`),
  );
  expect(wrong).toEqual([]);
});

test('only the graph uses the driver, and the embedded server to set its password', () => {
  const users = files.filter((file) =>
    /from 'neo4j-driver'/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  const others = users.filter((f) => !/^(server\/(graph|neo4j)|tests)\//.test(f));
  expect(others).toEqual([]);
});

test('no query text is put together in code', () => {
  const wrong = files
    .filter((f) => f.startsWith('server/'))
    .filter((f) =>
      /['"`]\s*(MATCH|MERGE|CREATE|UNWIND|OPTIONAL MATCH)\s*[({]/.test(
        readFileSync(path.join(root, f), 'utf8'),
      ),
    );
  expect(wrong).toEqual([]);
});

test('no file has a name that says nothing', () => {
  expect(
    files.filter(
      (f) =>
        /(^|\/)(utils?|helpers?|common|types|manager|index)\.(ts|tsx)$/.test(f) &&
        f !== 'server/formats/index.ts',
    ),
  ).toEqual([]);
});

test('a file opens with a sentence on what it is for', () => {
  const wrong = files.filter((f) => !/^(#!.*\n)?\/\/ \S/.test(readFileSync(path.join(root, f), 'utf8')));
  expect(wrong).toEqual([]);
});
