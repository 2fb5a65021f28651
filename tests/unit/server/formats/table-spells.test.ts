// When the parties of a table take part: ends that are known, open and not known, and the time of the claim by them.
import { expect, test } from 'vitest';
import { spellText } from '../../../../model/time.ts';
import { readTable, told } from './table-read.ts';

/** Members of one claim with their years; 0 is an end that has not come, -9 one that is not known. */
const members = async (rows: string, coverage = '') => {
  const head = `dataset: { id: x, title: X, url: "https://example.org/x"${coverage} }\ntables: { t: {} }\n`;
  const read = await readTable(
    `id,who,from,until\n${rows}`,
    `claims:
  row: party
  id: "{id}"
  title: "{id}"
  kinds: { is: defence-pact }
  when: parties
  parties:
    - entity: { column: who, as: iso3 }
      role: { is: member }
      from: { column: from, missing: [-9] }
      until: { column: until, missing: [-9], open: [0, ""] }
    - { entity: { is: state:FRA }, role: { is: observer } }
`,
    head,
  );
  expect(told(read.problems)).toEqual([]);
  return read.claims.map(({ when, parties: all }) => [
    when,
    ...all.flatMap(({ entity, from, until }) =>
      entity === 'state:FRA' ? [] : [`${entity.slice(6)} ${spellText(from, until)}`],
    ),
  ])[0];
};

test('an end that is not known is not an end that has not come', async () => {
  expect(await members('1,USA,1990,2000\n1,CAN,1990,2000\n')).toEqual([
    '1990/2000',
    'USA ../..',
    'CAN ../..',
  ]);
  expect(await members('1,USA,1990,0\n1,CAN,1995,\n')).toEqual(['1990/..', 'USA ../..', 'CAN 1995/..']);
  expect(await members('1,USA,1990,-9\n1,CAN,1990,-9\n')).toEqual(['1990/', 'USA 1990/', 'CAN 1990/']);
  expect(await members('1,USA,-9,2000\n1,CAN,1990,1995\n')).toEqual([
    '[..1990-12-31]/2000',
    'USA /2000',
    'CAN 1990/1995',
  ]);
  expect(await members('1,USA,1990-05-01,-9\n1,CAN,1995-03-02,2000-06-30\n')).toEqual([
    '1990-05-01/[2000-06-30..]',
    'USA 1990-05-01/',
    'CAN 1995-03-02/2000-06-30',
  ]);
  // One of whom nothing is known takes part on some day, and the others are what the time is known by.
  expect(await members('1,USA,1990-05-01,2000-06-30\n1,CAN,-9,-9\n')).toEqual([
    '[..1990-05-01]/[2000-06-30..]',
    'USA 1990-05-01/2000-06-30',
    'CAN /',
  ]);
  expect(await members('1,USA,-9,-9\n1,CAN,-9,-9\n')).toEqual([undefined, 'USA ../..', 'CAN ../..']);
  // An end of which nothing is known swallows no later spell.
  expect(await members('1,USA,1990,-9\n1,USA,2000,2005\n')).toEqual([
    '1990/[2005-01-01..]',
    'USA 1990/',
    'USA 2000/2005',
  ]);
});

test('who stays as long as the claim takes part throughout, whenever that ends', async () => {
  const spec = `claims:
  id: "{id}"
  title: "{id}"
  kinds: { is: treaty }
  when: { from: from, until: until }
  parties: [{ entity: { is: state:USA }, role: { is: party }, from: in, until: { column: out, open: [0] } }]
`;
  const { claims } = await readTable(
    'id,from,until,in,out\n1,1990,2000,1990,0\n2,1990,,1990,0\n3,1990,2000,1991,0\n4,1990,2000,1990,1999\n',
    spec,
  );
  expect(claims.map((c) => [c.parties[0]?.from, c.parties[0]?.until])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    ['1991', undefined],
    ['1990', '1999'],
  ]);
});

test('dates of different precision: the time has every reading of them', async () => {
  expect(await members('1,USA,1990,2000\n1,CAN,1990-06-01,1995\n')).toEqual([
    '[1990-01-01..1990-06-01]/2000',
    'USA 1990/2000',
    'CAN 1990-06-01/1995',
  ]);
  expect(await members('1,USA,1990~,2000\n1,CAN,1991,1995\n')).toEqual([
    '1990~/2000',
    'USA ../..',
    'CAN 1991/1995',
  ]);
});

test('what has not ended when the data end is known no further than what they cover', async () => {
  const until = (more: string) => `, coverage: [${more}]`;
  const still = '1,USA,1990,0\n1,CAN,1995,0\n';
  expect(await members(still, until('{ until: 2018, exhaustive: true }'))).toEqual([
    '1990/[2018-12-31..]',
    'USA ../..',
    'CAN 1995/..',
  ]);
  // Of several the last that covers its kind; one without an end has none.
  const kinds =
    '{ kinds: [defence-pact], until: 2010, exhaustive: true }, { kinds: [defence-pact], from: 2011, until: 2014-06, exhaustive: true }, { kinds: [treaty], until: 2020, exhaustive: true }';
  expect((await members(still, until(kinds)))?.[0]).toBe('1990/[2014-06-30..]');
  expect((await members(still, until('{ from: 1816, exhaustive: true }')))?.[0]).toBe('1990/..');
});

test('what has begun and not ended when the data end, has begun by then', async () => {
  const spec = `claims:
  id: "{id}"
  title: "{id}"
  kinds: { is: treaty }
  when: { from: { column: a, missing: [-9] }, until: { column: b, missing: [-9], open: [0] } }
  parties: [{ entity: { is: state:USA }, role: { is: party } }]
`;
  const head = `dataset: { id: x, title: X, url: "https://example.org/x", coverage: [{ until: 2018, exhaustive: true }] }\ntables: { t: {} }\n`;
  const { claims } = await readTable('id,a,b\n1,-9,0\n2,1990,0\n3,1990,-9\n4,-9,-9\n', spec, head);
  expect(claims.map((c) => c.when)).toEqual([
    '[..2018-12-31]/[2018-12-31..]',
    '1990/[2018-12-31..]',
    '1990/',
    undefined,
  ]);
});
