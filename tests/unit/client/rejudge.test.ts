// While a handle moves the client judges what it holds: as model/judge.ts does at every threshold, and with no more change
// than there is.
import { describe, expect, test } from 'vitest';
import { elements } from '../../../client/canvas/elements.ts';
import { legend } from '../../../client/canvas/legend.ts';
import { moving } from '../../../client/drawn.ts';
import { rejudge } from '../../../client/rejudge.ts';
import { drawn } from '../../../model/drawn.ts';
import { weigh, weighable } from '../../../model/judge.ts';
import { defaultLens, type Lens, resolveLens } from '../../../model/lens.ts';
import { answerOf, drawing, sample, told, vocabulary } from './drawing.ts';

const thresholds = Array.from({ length: 101 }, (_, i) => i);

describe('the client judges', () => {
  const lenses: Partial<Lens>[] = [
    {},
    { unknown: true },
    { unknown: false },
    { rule: 'lowest' },
    { origins: 2 },
    { known: '2025-09-05', clock: 'held' },
  ];

  test.each(lenses)('as the model does at every threshold, through %j', (change) => {
    // Up and down, so that what is remembered of one place is used at another.
    for (const threshold of [...thresholds, ...thresholds.toReversed()]) {
      const lens = { ...defaultLens, ...change, threshold };
      const resolved = resolveLens(lens, sample.question.over);
      for (const c of rejudge(sample, lens)) {
        const verdict = weigh(
          c.statements.map((s) => weighable(s, undefined)),
          resolved,
        );
        expect(c, `${c.claim.id} at ${threshold}`).toMatchObject(verdict);
      }
    }
  });

  test('and gives the same object for a claim about which nothing changes', () => {
    const at = (threshold: number) => rejudge(sample, { ...defaultLens, threshold });
    const changed = (a: number, b: number) => at(b).filter((c, i) => c !== at(a)[i]).length;
    expect(changed(60, 60)).toBe(0);
    expect(changed(51, 60)).toBe(0);
    expect(changed(50, 51)).toBeGreaterThan(0);
  });
});

describe('while a handle moves', () => {
  const view = drawing(sample).view;
  const still = drawn(sample, null, view);
  const at = (threshold: number) => moving(still, view, { ...defaultLens, threshold });

  test('what goes out is a ghost that keeps its look, and the rest are the objects that they were', () => {
    const now = at(60);
    expect(now.claims.map((c) => c.claim.id)).toEqual(still.claims.map((c) => c.claim.id));
    const ghosts = now.claims.filter((c) => c.ghost);
    expect(ghosts.length).toBeGreaterThan(5);
    const bloc = ghosts.find((c) => c.claim.short === 'Coordinated bloc');
    expect(bloc).toMatchObject({ state: 'contested', stands: true });
    const combat = ghosts.find((c) => c.claim.short === 'Combat deployment');
    // It stands no more, but is not out: it is looked for and not found.
    expect(combat).toMatchObject({ state: 'unevidenced', stands: false, out: false });
    expect(bloc?.out).toBe(true);
    const appearance = (d: typeof now) => d.claims.find((c) => c.claim.short === 'Joint appearance');
    expect(appearance(now)).toBe(appearance(still));
  });

  test('a ghost keeps its entry in the legend and is counted no more', () => {
    const rows = (d: typeof still) =>
      legend(d, view, { theme: 'light', vocabulary }).groups.flatMap((g) => g.rows);
    expect(rows(at(60)).map((r) => r.key)).toEqual(rows(still).map((r) => r.key));
    expect(rows(at(60)).find((r) => r.key === 'state:contested')).toMatchObject({ stands: 0, others: 0 });
  });

  test('what comes in is counted at once and drawn when the answer is asked again', () => {
    const answer = answerOf(
      [
        told('sure', 'bilateral-ties', 'CHN party, RUS party', '+70'),
        told('low', 'tension', 'CHN party, PRK party', '+20'),
      ],
      [],
    );
    const high = { ...answer, claims: rejudge(answer, { ...defaultLens, threshold: 60 }) };
    const before = drawn(high, null, view);
    const now = moving(before, view, { ...defaultLens, threshold: 10 });
    expect(now.claims.map((c) => [c.claim.short, c.stands, c.undrawn])).toEqual([
      ['sure', true, false],
      ['low', true, true],
    ]);
    const ids = (d: typeof now) => elements(d, view, { theme: 'light', vocabulary }).map((e) => e.data.id);
    expect(ids(now)).toEqual(ids(before));
  });

  test('what the legend hides now is a ghost, and nothing moves', () => {
    const hiding = { ...view, hide: ['state:unevidenced'] };
    const without = drawn(sample, null, hiding);
    const now = moving(without, hiding, { ...defaultLens, threshold: 60 });
    const combat = now.claims.find((c) => c.claim.short === 'Combat deployment');
    // Contested before, looked for and not found at 60.
    expect(combat).toMatchObject({ ghost: true, state: 'contested' });
  });
});
