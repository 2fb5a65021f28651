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
    // A phase that repeats its members is no new spell; kinds are those of any phase; 0 is an end that has
    // not come when the data end: of the days after that nothing is known.
    ['atop-5.1/9003', ['defence-pact', 'consultation-pact'], '1961-07-11/[2018-12-31..]'],
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
    'rows of parties that say what another row says, left out (the first in line 14): 1',
    'rows of parties that are one spell with the row before: 2',
  ]);
});

test('ATOP: numbered columns of members, by alliance and by phase', async () => {
  const alliances = await readLookAlike('atop-5.1-alliance');
  expect(alliances.problems).toEqual([]);
  expect(alliances.claims.map((c) => [c.id, c.when, c.parties.length])).toEqual([
    ['atop-5.1-alliance/9001', '1815-01-03/1815-02-08', 3],
    ['atop-5.1-alliance/9003', '1961-07-11/[2018-12-31..]', 2],
  ]);
  const phases = await readLookAlike('atop-5.1-phase');
  expect(phases.problems).toEqual([]);
  expect(phases.claims.map((c) => [c.id, c.kinds, c.when, c.parties])).toEqual([
    [
      'atop-5.1-phase/9003',
      ['defence-pact', 'consultation-pact'],
      '1961-07-11/[2018-12-31..]',
      [
        { entity: 'state:CHN', role: 'member' },
        { entity: 'state:PRK', role: 'member' },
        { entity: 'state:RUS', role: 'member', from: '1971-07-10' },
      ],
    ],
  ]);
});

test('MID: disputes joined with their participants, in no order, with sides and missing days', async () => {
  const { claims, problems, place } = await readLookAlike('mid-4.2');
  expect(problems).toEqual([]);
  expect(claims.map((c) => [c.id, c.kinds, c.when])).toEqual([
    ['mid-4.2/9002', ['dispute'], '1902-07/1903-01-24'],
    ['mid-4.2/9003', ['dispute', 'war'], '1913-05-02/1913-10-25'],
    // Still going on when the data end.
    ['mid-4.2/9004', ['dispute'], '2008-05-15/[2010-12-31..]'],
    ['mid-4.2/9005', ['dispute'], '1830-08-28/1830-09'],
  ]);
  // Italy changed sides.
  expect(claims[1]?.parties).toEqual([
    { entity: 'state:SRB', role: 'disputant', side: 'B' },
    { entity: 'state:cow-300', role: 'disputant', side: 'A' },
    { entity: 'state:ITA', role: 'joiner', side: 'A', from: '1913-06-02', until: '1913-07-01' },
    { entity: 'state:ITA', role: 'joiner', side: 'B', from: '1913-09-01', until: '1913-10' },
  ]);
  expect(claims[3]?.parties.map((p) => p.side)).toEqual(['B', 'A', 'C']);
  expect(place(0, '/parties/1/entity')).toBe('participants.csv:5 /parties/1/entity');
});

test('UN votes: roll calls joined with votes, the vote as side, NA a country', async () => {
  const { claims, problems, statements } = await readLookAlike('unga');
  expect(problems).toEqual([]);
  expect(claims.map((c) => [c.id, c.title, c.when, c.properties])).toEqual([
    [
      'unga/9003',
      'AMENDMENTS, RULES (R/1/66)',
      '1946-01-01',
      { session: 1, resolution: 'R/1/66', important: false },
    ],
    ['unga/9004', 'TO ADJOURN DEBATE.', '1946-01-02', { session: 1 }],
    ['unga/9005', 'Roll call 9005', '1946-01-04', { session: 1, important: true }],
  ]);
  expect(claims[0]?.note).toBe('TO ADOPT A PROPOSAL ON "MEMBERS PRESENT AND \\VOTING\\\\"');
  expect(claims.map((c) => c.parties.map((p) => `${p.entity} ${p.side}`))).toEqual([
    ['state:USA yes', 'state:NAM no', 'state:cow-678 abstain', 'state:cow-260 yes'],
    ['state:USA no', 'state:SRB no', 'state:cow-511 abstain'],
    ['state:cow-265 yes', 'state:cow-680 yes'],
  ]);
  expect(statements[0]).toMatchObject({
    stance: 'asserts',
    confidence: null,
    source: 'https://doi.org/10.7910/DVN/LEJUQZ',
  });
});

test('GDELT: no header, TAB, quotes that mean nothing; who has no country makes the claim incomplete', async () => {
  const { claims, problems, entities, statements, report } = await readLookAlike('gdelt-2');
  expect(problems).toEqual([]);
  expect(claims.map((c) => [c.id, c.title, c.kinds, c.when, c.incomplete])).toEqual([
    ['gdelt-2/900000001', 'Consult: UNITED "STATES, RUSSIA', ['cameo-04'], '2018-01-01', false],
    ['gdelt-2/900000002', 'Coerce: POLICE, MELBOURNE', ['cameo-17'], '2018-01-01', true],
    ['gdelt-2/900000004', 'Express intent to cooperate: AFRICA, CHINA', ['cameo-03'], '2018-01-01', false],
  ]);
  expect(claims[1]?.parties).toEqual([{ entity: 'state:AUS', role: 'target-actor' }]);
  expect(claims[2]?.parties[0]).toEqual({ entity: 'group:gdelt-2.AFR', role: 'source-actor' });
  expect(entities).toMatchObject([{ id: 'group:gdelt-2.AFR', unnamed: true }]);
  expect(claims[1]?.properties).toMatchObject({ cameo: '173', goldstein: -5, tone: -2.5 });
  expect(statements[0]).toMatchObject({ locator: 'https://example.org/a' });
  expect(report.notes).toEqual(['claims without a party, left out: 1']);
});

test('ICEWS: countries by name, NA nobody, CAMEO and Goldstein', async () => {
  const { claims, problems } = await readLookAlike('icews');
  expect(problems).toEqual([]);
  expect(claims.map((c) => [c.id, c.kinds, c.incomplete, c.parties.map((p) => p.entity)])).toEqual([
    ['icews/90000001', ['cameo-04'], false, ['state:BGD', 'state:VNM']],
    ['icews/90000002', ['cameo-01'], true, ['state:JPN']],
  ]);
  expect(claims[0]?.properties).toMatchObject({ cameo: '040', goldstein: 1 });
});

test('GGO: shared ids, 9999, dates that are none, parties twice, parties without a treaty', async () => {
  const { claims, problems, entities, report } = await readLookAlike('ggo');
  expect(problems).toEqual([]);
  expect(claims.map((c) => [c.id, c.title, c.kinds, c.when])).toEqual([
    ['ggo/ESP-GBR_1351A', 'Treaty Between England And Castile', ['treaty'], '1351-08-01/1371-07-31'],
    ['ggo/FIN-RUS_1922A', 'First Convention', ['treaty'], '1922-09-20/[2023-10-10..]'],
    ['ggo/FIN-RUS_1922A.2', 'Second Convention', ['memorandum'], '1922-10-21?/'],
    ['ggo/ET08J-_1987A', 'Odd Id', ['treaty'], '1981/'],
  ]);
  expect(claims.map((c) => c.parties)).toEqual([
    [
      { entity: 'state:ESP', role: 'party' },
      { entity: 'state:GBR', role: 'party' },
    ],
    [
      { entity: 'state:FIN', role: 'party', from: '1923-01-01' },
      { entity: 'state:RUS', role: 'signatory' },
    ],
    [
      { entity: 'state:RUS', role: 'signatory' },
      // It never came into force for Finland, as far as the data tell.
      { entity: 'state:FIN', role: 'signatory' },
    ],
    [
      // It ends before it starts: the end is that of what is amended.
      { entity: 'organization:european-union', role: 'party', from: '1990-01-01' },
      { entity: 'group:ggo.COK', role: 'party', from: '1990-01-01', until: '2020' },
    ],
  ]);
  expect(entities.map((e) => e.id)).toEqual(['organization:european-union', 'group:ggo.COK']);
  expect(report.notes).toEqual([
    'rows of parties that say what another row says, left out (the first in line 4): 1',
    'times that end before they start, of which the mapping says what is known: 1',
    'claims without a party, left out: 1',
    'rows of parties whose claim is not there, left out (the first of 1 claims is "GONE_1999A, 1999-01-01"): 1',
    'rows whose id stood before: 1',
    'ids written otherwise, for an id has letters, digits, dots, hyphens and colons only: 1',
  ]);
});

test('leaders: terms as offices, a day that has not come, one person by two names', async () => {
  const archigos = await readLookAlike('archigos');
  expect(archigos.problems).toEqual([]);
  expect(archigos.entities.map((e) => [e.id, e.names.en, e.represents?.[0]?.entity])).toEqual([
    ['person:archigos-90a', 'Grant', 'state:USA'],
    ['person:archigos-90b', 'Cvetkovic', 'state:SRB'],
    ['person:archigos-90c', 'Putin', 'state:RUS'],
    ['person:archigos-90d', 'Kruger', 'state:cow-563'],
  ]);
  const source = 'https://www.rochester.edu/college/faculty/hgoemans/data.htm';
  expect(archigos.entities[2]).toMatchObject({
    aliases: ['Vladimir Putin'],
    represents: [
      { entity: 'state:RUS', office: 'leader', from: '2012-05-07', until: '[2015-12-31..]', source },
      { entity: 'state:RUS', office: 'leader', from: '1999-12-31', until: '2008-05-07', source },
    ],
  });
  expect(archigos.claims).toEqual([]);
  const reign = await readLookAlike('reign');
  expect(reign.problems).toEqual([]);
  expect(reign.entities.map((e) => [e.names.en, e.represents?.[0]?.from, e.represents?.[0]?.until])).toEqual([
    ['Truman', '1945-04-12', '1953-01'],
    ['Katrín Jakobsdóttir', '2017-11-30', '[2021-03-31..]'],
    ['Tupou', '2000-01-03', '2006-02'],
  ]);
});
