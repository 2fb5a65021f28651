// The mappings that come with Entente, each on a small look-alike of its data set with the same quirks.
import { expect, test } from 'vitest';
import { readLookAlike } from './table-read.ts';

test('ATOP: members and phases become claims with the spells of their parties', async () => {
  const { claims, problems, report } = await readLookAlike('atop-5.1-member');
  expect(problems).toEqual([]);
  expect(claims.map((c) => [c.id, c.kinds, c.when])).toEqual([
    ['atop-5.1/9001', ['defence-pact', 'consultation-pact'], '1815-01-03/1815-02-08'],
    // A missing day is the month.
    ['atop-5.1/9002', ['neutrality-pact'], '1844-06/1846-06-29'],
    // A phase that repeats its members is no new spell; kinds are those of any phase; 0 is an end that has not come.
    ['atop-5.1/9003', ['defence-pact', 'consultation-pact'], '1961-07-11/..'],
    ['atop-5.1/9004', ['defence-pact'], '1820-05-15/1866-06-15'],
  ]);
  expect(claims[0]?.parties).toEqual([
    { entity: 'state:GBR', role: 'member' },
    { entity: 'state:FRA', role: 'member' },
    { entity: 'state:cow-300', role: 'member', from: '1815-01-13', until: '1815-02-08' },
  ]);
  // Who takes part throughout needs no spell; who left and came back has two.
  expect(claims[2]?.parties).toEqual([
    { entity: 'state:CHN', role: 'member' },
    { entity: 'state:PRK', role: 'member' },
  ]);
  expect(claims[3]?.parties).toEqual([
    { entity: 'state:cow-245', role: 'member', from: '1820-05-15', until: '1848-03-31' },
    { entity: 'state:cow-245', role: 'member', from: '1850-11-29', until: '1866-06-15' },
    { entity: 'state:cow-300', role: 'member' },
  ]);
  expect(claims[0]?.title).toBe('Defence pact of United Kingdom, France, Austria-Hungary (ATOP 9001)');
  expect(report.sizes).toEqual({ 2: 3, 3: 1 });
  expect(report.notes).toEqual([
    '1 rows of parties say what another row says: left out',
    '2 rows of parties are joined with the spell before them',
  ]);
});
