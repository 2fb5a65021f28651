// What changed between two days: of knowledge on hand-written statements and the shipped case, of the world on spells.
import { afterAll, describe, expect, test } from 'vitest';
import { Answer } from '../../model/answer.ts';
import type { Entry } from '../../model/entry.ts';
import { defaultLens, type Lens } from '../../model/lens.ts';
import { type Filters, noFilters, noOptions, type Options } from '../../model/question.ts';
import { ask } from '../../server/ask.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { DATASET, source, told } from '../support/cases.ts';
import { graph, withGraph } from '../support/graph.ts';
import { onlySample } from '../support/sample.ts';
import { empty, store } from '../support/store.ts';

withGraph(async (graph) => {
  await onlySample(graph);
  await store(graph, DATASET, [source, ...pacts, ...known], vocabulary());
});
afterAll(() => empty(graph));

const pacts: Entry[] = [
  ...told('defence', 'defence-pact', ['CHN', 'PRK'], { when: '1961-09-10/..' }),
  ...told('old', 'consultation-pact', ['RUS', 'PRK'], { when: '1961-07-06/1996-09-10' }),
  ...told('new', 'consultation-pact', ['RUS', 'PRK'], { when: '2000-02-09/..' }),
  ...told(
    'amity',
    'non-aggression-pact',
    [
      { who: 'IDN', from: '1976-02-24' },
      { who: 'CHN', from: '2003-10-08' },
      { who: 'PRK', from: '2008-07-24' },
      { who: 'BRN', until: '2005-01-01' },
    ],
    { when: '1976-02-24/..' },
  ),
  ...told('some-month', 'summit', ['CHN', 'PRK'], { when: '2008-07' }),
];
const at = (recordedAt: string, more = {}) => ({ recordedAt, ...more });
const known: Entry[] = [
  ...told('lowered', 'tension', ['USA', 'IND'], {
    says: [
      at('2026-01-01', { confidence: 70, supersededAt: '2026-03-01', reason: 'typing error' }),
      at('2026-03-01', { confidence: 30 }),
    ],
  }),
  ...told('turned', 'tension', ['USA', 'IND'], {
    says: [at('2026-01-01', { origin: 'a' }), at('2026-03-05', { stance: 'denies', origin: 'b' })],
  }),
  ...told('withdrawn', 'tension', ['USA', 'IND'], {
    says: [at('2026-01-01', { supersededAt: '2026-03-09', reason: 'wrong' })],
  }),
  ...told('later', 'tension', ['USA', 'IND'], { says: [at('2026-03-10')] }),
  ...told('graded', 'tension', ['USA', 'IND'], {
    says: [at('2026-01-01', { confidence: null }), at('2026-03-11', { confidence: 50 })],
  }),
  ...told('same', 'tension', ['USA', 'IND'], { says: [at('2026-01-01')] }),
];

async function changes(
  lens: Partial<Lens>,
  options: Partial<Options>,
  states: string[] = [],
  filters: Partial<Filters> = {},
): Promise<Answer & { changes: NonNullable<Answer['changes']> }> {
  const answer = Answer.parse(
    await ask(graph, {
      question: 'changes',
      filters: { ...noFilters, states, ...filters },
      lens: { ...defaultLens, datasets: [DATASET], ...lens },
      options: { ...noOptions, ...options },
    }),
  );
  if (answer.changes === null) throw new Error('no changes');
  return { ...answer, changes: answer.changes };
}

const own = (id: string) => id.slice(id.indexOf('/') + 1);
const inWords = (a: { changes: NonNullable<Answer['changes']> }) =>
  Object.fromEntries(a.changes.rows.map((r) => [own(r.claim), r.what.join(' ')]));

describe('in the world, by spells', () => {
  const three = ['state:CHN', 'state:RUS', 'state:PRK'];

  test('from 2000 to 2008: who joined and left, and that nothing else changed', async () => {
    const found = await changes({ from: '2008-07-24', until: '2008-07-24' }, { since: '2000-07-01' }, three);
    expect(inWords(found)).toEqual({ amity: 'joined left', 'some-month': 'new' });
    const amity = found.changes.rows.find((r) => own(r.claim) === 'amity');
    expect(amity).toMatchObject({
      joined: ['state:CHN', 'state:PRK'],
      left: ['state:BRN'],
      certainty: 'sure',
      before: { principals: ['state:BRN', 'state:IDN'], state: 'asserted' },
      after: { principals: ['state:CHN', 'state:IDN', 'state:PRK'] },
    });
    // Some day of July: on the 24th only possibly.
    expect(found.changes.possible).toEqual({ cases: { new: 1 } });
    expect(found.changes.sure).toEqual({ cases: { joined: 1, left: 1 } });
    expect(found.groups.map((g) => [g.key, g.claims.map(own)])).toEqual([
      [['joined'], ['amity']],
      [['left'], ['amity']],
      [['new'], ['some-month']],
    ]);
    const ran = found.queries.filter((q) => q.name === 'questions/changes');
    expect(ran.map((q) => (q.parameters.lens as { from: string }).from)).toEqual([
      '2000-07-01',
      '2008-07-24',
    ]);
  });

  test('what ended is gone, what began is new', async () => {
    const found = await changes({ from: '2000-07-01', until: '2000-07-01' }, { since: '1990-01-01' }, three);
    expect(inWords(found)).toEqual({ old: 'gone', new: 'new' });
    expect(found.changes.rows.find((r) => own(r.claim) === 'old')).toMatchObject({ after: null });
    // The claims themselves are told, those that are gone as they were.
    expect(found.claims.map((c) => own(c.claim.id)).sort()).toEqual(['new', 'old']);
  });

  test('a day that is not covered is told: what seems new there may not be', async () => {
    const sample = { datasets: ['beijing-2025'], from: '2025-09-03', until: '2025-09-03' };
    expect((await changes(sample, { since: '2020-01-01' })).changes.uncovered).toEqual(['beijing-2025']);
  });

  test('the whole world, and a filter', async () => {
    const lens = { from: '2008-07-24', until: '2008-07-24' };
    expect(inWords(await changes(lens, { since: '2000-07-01' }))).toEqual({
      amity: 'joined left',
      'some-month': 'new',
    });
    expect(inWords(await changes(lens, { since: '2000-07-01' }, [], { kind: ['summit'] }))).toEqual({
      'some-month': 'new',
    });
  });
});

describe('in what is known', () => {
  test('held: new, withdrawn, lowered, turned, graded', async () => {
    const found = await changes({ known: '2026-04-01', clock: 'held' }, { knew: '2026-02-01' }, [
      'state:USA',
    ]);
    expect(inWords(found)).toEqual({
      lowered: 'lowered',
      turned: 'turned',
      withdrawn: 'withdrawn',
      later: 'new',
      graded: 'graded',
    });
    const of = (id: string) => found.changes.rows.find((r) => own(r.claim) === id);
    expect(of('lowered')).toMatchObject({ before: { for: 70 }, after: { for: 30 } });
    expect(of('turned')).toMatchObject({ before: { state: 'asserted' }, after: { state: 'contested' } });
    expect(found.changes.sure).toEqual({ cases: { lowered: 1, turned: 1, withdrawn: 1, new: 1, graded: 1 } });
    expect(found.groupCount).toBe(5);
  });

  test('a threshold makes of a lowered number a withdrawal', async () => {
    const found = await changes(
      { known: '2026-04-01', clock: 'held', threshold: 50 },
      { knew: '2026-02-01' },
      ['state:USA'],
      { kind: ['tension'] },
    );
    expect(inWords(found)).toMatchObject({ lowered: 'withdrawn', later: 'new', graded: 'new' });
  });

  test('the shipped case: all of it was recorded on one day, and published on one that is not known', async () => {
    const sample = { datasets: ['beijing-2025'] };
    const held = await changes({ ...sample, known: '2026-11-24', clock: 'held' }, { knew: '2026-11-23' });
    expect(held.changes.sure).toEqual({ 'beijing-2025': { new: 33 } });
    const published = await changes({ ...sample, known: '2025-09-03' }, { knew: '2025-09-02' });
    expect(published.changes.sure).toEqual({});
    expect(published.changes.possible).toEqual({ 'beijing-2025': { new: 33 } });
    const nothing = await changes({ ...sample, known: '2025-09-02' }, { knew: '2025-01-01' });
    expect(nothing.changes.rows).toEqual([]);
  });
});

test('refuses what cannot be compared', async () => {
  const refused = { code: 'invalid-parameter' };
  await expect(changes({}, {})).rejects.toMatchObject(refused);
  await expect(changes({}, { since: '2000-01-01', knew: '2000-01-01' })).rejects.toMatchObject(refused);
  await expect(changes({ known: '2000-01-01' }, { knew: '2001-01-01' })).rejects.toMatchObject(refused);
});
