// Possible and undated claims are told and counted apart from those that stand surely, on canvas, legend and panels.

import { expect, test } from 'vitest';
import { summary, textOf } from '../../../client/canvas/card.ts';
import { chip, foldedRows, foldedTies, leadChip, rowChip } from '../../../client/canvas/chip.ts';
import { partsOf, signsOf } from '../../../client/canvas/counts.ts';
import { elements } from '../../../client/canvas/elements.ts';
import { legend } from '../../../client/canvas/legend.ts';
import { sceneOf } from '../../../client/canvas/reading.ts';
import { rejudge } from '../../../client/rejudge.ts';
import { keepAlike } from '../../../client/tally.ts';
import type { Answer, JudgedClaim } from '../../../model/answer.ts';
import { defaultLens } from '../../../model/lens.ts';
import { answerOf, drawing, sample, told, vocabulary } from './drawing.ts';

type Certainty = JudgedClaim['certainty'];

/** The same answer with every claim, or those named, of another certainty. */
const as = (certainty: Certainty, answer: Answer, ...ids: string[]): Answer => ({
  ...answer,
  claims: answer.claims.map((c) => (ids.length === 0 || ids.includes(c.claim.id) ? { ...c, certainty } : c)),
});
const memorandum = (id: string, stances: string) =>
  told(id, 'memorandum', 'CHN signatory, RUS signatory', stances);
const two = answerOf([memorandum('a', '+70'), memorandum('b', '+70 -30')], ['state:CHN']);

function scene(answer: Answer) {
  const { drawn, view } = drawing(answer);
  return sceneOf(drawn, view, { theme: 'light', vocabulary });
}

test('a mark before the words of the canvas, and none where it is sure', () => {
  const possible = scene(as('possible', two));
  const [a, b] = possible.readings;
  if (a === undefined || b === undefined) throw new Error('two claims');
  expect(chip(a, possible)).toEqual({ label: '~ + a · 70', brief: '~ + 70' });
  expect(chip(b, possible).brief).toBe('~ ≠ 70 against 30');
  expect(leadChip(a, possible).label).toMatch(/^~ \+ a · 70\n/);
  expect(rowChip(a, possible, []).label).toMatch(/^~ \+ a\n/);
  const undated = scene(as('undated', two));
  expect(chip(undated.readings[0] ?? a, undated).label).toBe('~ + a · 70');
});

test('a fold counts what stands surely, and what is possible or undated beside it', () => {
  const mixed = scene(as('possible', two, 'test/b')).readings;
  expect(foldedRows(mixed).label).toMatch(/^1 more that stands, ~1\n/);
  expect(foldedTies(mixed).label).toBe('+ 2 claims, 1 contested, ~ 1 possible');
  expect(foldedRows(scene(as('undated', two)).readings).label).toMatch(/^~2 more\n/);
});

test('the card says it in words, and counts of an entity keep it apart', () => {
  const { drawn, view } = drawing(as('possible', two, 'test/b'));
  const list = elements(drawn, view, { theme: 'light', vocabulary });
  const of = scene(as('possible', two, 'test/b'));
  const element = (id: string) => {
    const found = list.find((e) => e.data.id === id);
    return { data: (key: string) => found?.data[key] } as Parameters<typeof textOf>[0];
  };
  expect(textOf(element('tie:test/b'), of)?.state).toBe(
    'contested, possible: only by some reading of a date',
  );
  expect(textOf(element('state:CHN'), of)).toMatchObject({
    state: 'takes part: 1 claim stands',
    numbers: '+ 1; ~ 1 possible',
  });
});

test('the legend counts apart, and has an entry for it only where there are any', () => {
  const groups = (answer: Answer) => {
    const { drawn, view } = drawing(answer);
    return legend(drawn, view, { theme: 'light', vocabulary }).groups;
  };
  expect(groups(sample).some((g) => g.id === 'certainty')).toBe(false);
  const rows = groups(as('possible', sample)).flatMap((g) => g.rows);
  expect(rows.find((r) => r.key === 'sign:+')).toMatchObject({ stands: 0, apart: 11, others: 8 });
  expect(rows.find((r) => r.key === 'certainty:possible')).toMatchObject({
    mark: '~',
    label: 'Possible',
    apart: 23,
  });
  const { drawn } = drawing(as('possible', sample), { hide: ['certainty:possible'] });
  expect(drawn.claims).toHaveLength(0);
});

test('signs of a list tell what stands surely, what does not, and what is out, each apart', () => {
  const [a, b] = two.claims;
  if (a === undefined || b === undefined) throw new Error('two claims');
  expect(signsOf([a, b])).toBe('+ 2; 1 contested among them');
  expect(signsOf([a, { ...b, certainty: 'possible' }])).toBe('+ 1; ~ 1 possible');
  const out = { ...b, state: null, stands: false };
  expect(signsOf([a, out, { ...b, state: 'denied' as const, stands: false }])).toBe(
    '+ 1; 1 does not stand; 1 out',
  );
});

test('a claim judged alike but for its certainty is drawn anew', () => {
  const [a] = two.claims;
  if (a === undefined) throw new Error('a claim');
  const now = { ...a, certainty: 'possible' as const };
  expect(keepAlike(new Map([[a.claim.id, a]]), [now])).toEqual([now]);
});

test('a moved threshold judges how sure the date of what counts is', () => {
  const source = (id: string, published: string) =>
    ({ type: 'source', dataset: 'test', id, title: id, published }) as Answer['sources'][number];
  const answer: Answer = {
    ...two,
    lens: { ...defaultLens, known: '2025-09-03' },
    sources: [source('https://example.org/', '2025-09')],
  };
  expect(rejudge(answer, answer.lens).map((c) => c.certainty)).toEqual(['possible', 'possible']);
});

test('Ukraine takes part in one claim and is affected by two: canvas and table count by one rule', () => {
  const of = scene(sample);
  const element = { data: (key: string) => (key === 'entity' ? 'state:UKR' : undefined) };
  expect(textOf(element as Parameters<typeof textOf>[0], of)).toMatchObject({
    state: 'takes part: 1 claim stands',
    parties: 'affected by 2',
  });
  const { takes, affected } = partsOf(sample.claims, of.entities, vocabulary).get('state:UKR') ?? {};
  expect([takes?.length, affected?.length]).toEqual([1, 2]);
});

test('nothing is summed over data sets', () => {
  const other = told('b', 'memorandum', 'CHN signatory, RUS signatory', '+70', { id: 'other/b' });
  const both = answerOf([memorandum('a', '+70'), other], ['state:CHN']);
  expect(signsOf(both.claims)).toBe('test: + 1 · other: + 1');
  const { view } = drawing(both);
  expect(summary(scene(both), view)).toContain('test: 1 claim, 1 stands · other: 1 claim, 1 stands');
});
