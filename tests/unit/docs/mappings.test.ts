// The examples of docs/mappings.md read the tables that stand beside them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseMapping } from '../../../server/mapping.ts';
import { root } from '../../../server/version.ts';
import { readTables, told } from '../server/formats/table-read.ts';

const text = readFileSync(path.join(root, 'docs', 'mappings.md'), 'utf8');

/** The tables and the mapping of a section. */
function example(title: string) {
  const section = text.slice(text.indexOf(`# ${title}\n`)).split(/\n#{2,3} /)[0] ?? '';
  const blocks = (language: string) =>
    [...section.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map((m) => m[1] ?? '');
  const head = 'dataset: { id: x, title: X, url: "https://example.org/x" }\n';
  const mapping = parseMapping(`${head}${blocks('yaml')[0]}`, 'mappings.md');
  const names = Object.keys(mapping.mapping.tables);
  return readTables(mapping, Object.fromEntries(blocks('csv').map((table, i) => [names[i] ?? '', table])));
}

/** What there is by each example: claims with their time and parties, or entities. */
const expected: [string, string[]][] = [
  ['A row a claim', ['1 2001-06-15 CHN RUS KAZ', '2 2002-03 FIN SWE NOR']],
  ['A row a party', ['7 1902/1923 GBR JPN', '8 1881/.. DEU cow-300 RUS RUS']],
  ['A row a pair', ['CAN-USA 1990/1991 USA CAN']],
  ['Two tables joined by a key', ['1 1900-02-01/ CHL BOL', '2 1914-08-01/1918-11-11 FRA DEU']],
  ['Leaders and other entities', ['Ann Example 1995-05-17 2007-05-16', 'Bo Example 2007-05-16 ..']],
];

test.each(expected)('%s', async (title, those) => {
  const { claims, entities, problems } = await example(title);
  expect(told(problems)).toEqual([]);
  const named = claims.map(
    (c) => `${c.id.slice(2)} ${c.when} ${c.parties.map((p) => p.entity.slice(6)).join(' ')}`,
  );
  const held = entities.flatMap((e) =>
    (e.represents ?? []).map((r) => `${e.names.en} ${r.from} ${r.until ?? '..'}`),
  );
  expect([...named, ...held]).toEqual(those);
});
