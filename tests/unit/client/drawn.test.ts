// client/drawn.ts: how many pairs of states are drawn, and which.
import { describe, expect, test } from 'vitest';
import { elements } from '../../../client/canvas/elements.ts';
import { legend } from '../../../client/canvas/legend.ts';
import { moving } from '../../../client/drawn.ts';
import type { Answer } from '../../../model/answer.ts';
import { litIn } from '../../../model/brought.ts';
import { drawn, MOST_PAIRS, notDrawn } from '../../../model/drawn.ts';
import { defaultLens } from '../../../model/lens.ts';
import { defaultView } from '../../../model/view.ts';
import { states } from '../data/files.ts';
import { answerOf, drawing, told, vocabulary } from './drawing.ts';

const codes = states
  .flatMap((s) => s.iso3 ?? [])
  .slice(0, 26)
  .sort();
/** Every pair of 26 states: 325. */
const pairs = codes.flatMap((a, i) => codes.slice(i + 1).map((b) => [a, b] as const));
const claim = (id: string, [a, b]: readonly [string, string]) =>
  told(id, 'tension', `${a} party, ${b} party`, '+70');

/** One claim for each pair, and a second one for the last ten of them. */
const many: Answer = answerOf(
  [...pairs.map((p) => claim(p.join('-'), p)), ...pairs.slice(-10).map((p) => claim(`${p.join('-')}-2`, p))],
  [],
);
const key = ([a, b]: readonly [string, string]) => `state:${a} state:${b}`;
const drawnPairs = (answer: Answer, change = {}) => {
  const { drawn, view } = drawing(answer, change);
  const ties = elements(drawn, view, { theme: 'light', vocabulary }).filter((e) => e.data.type === 'tie');
  return [...new Set(ties.map((e) => [e.data.source, e.data.target].sort().join(' ')))].sort();
};

describe('more pairs than are drawn', () => {
  test('those with most claims are, and of equal ones those that come first by id', () => {
    const { drawn } = drawing(many);
    expect(drawn.pairs).toEqual({ of: 325, shown: MOST_PAIRS });
    const rest = pairs.slice(0, -10).map(key).sort();
    const expected = [...pairs.slice(-10).map(key), ...rest.slice(0, MOST_PAIRS - 10)].sort();
    expect(drawnPairs(many)).toEqual(expected);
  });

  test('the same ones whatever the order of the answer', () => {
    expect(drawnPairs({ ...many, claims: [...many.claims].reverse() })).toEqual(drawnPairs(many));
  });

  test('what is not drawn stays among the claims, and is told as not drawn here', () => {
    const { drawn, view } = drawing(many);
    expect(drawn.claims).toHaveLength(335);
    expect(notDrawn(drawn, view, vocabulary)).toHaveLength(25);
    const sign = legend(drawn, view, { theme: 'light', vocabulary }).groups.find((g) => g.id === 'sign');
    expect(sign?.rows.map((r) => r.stands + r.others)).toEqual([310]);
  });

  test('all of them where the view says so, and in the claims view', () => {
    expect(drawnPairs(many, { allPairs: true })).toHaveLength(325);
    expect(drawing(many, { allPairs: true }).drawn.pairs).toBeNull();
    expect(drawing(many, { draw: 'claims' }).drawn.pairs).toBeNull();
  });

  test('what legend or key hides does not count', () => {
    const hide = pairs.slice(0, 25).map((p) => `claim:test/${p.join('-')}`);
    expect(drawing(many, { hide }).drawn.pairs).toBeNull();
  });

  test('claims of three, and those whose parties are not all known, are no pairs', () => {
    const [a, b, c] = codes;
    const joint = told('joint', 'summit', `${a} party, ${b} party, ${c} party`, '+70');
    const open = told('open', 'summit', `${a} party, ${b} party`, '+70', { incomplete: true });
    const { drawn } = drawing(
      answerOf([...pairs.slice(0, 300).map((p) => claim(p.join('-'), p)), joint, open], []),
    );
    expect(drawn.pairs).toBeNull();
  });
});

describe('what a report tells beside the picture', () => {
  const picture = answerOf([claim('CHN-RUS', ['CHN', 'RUS'])], ['state:CHN']);
  const other = answerOf([claim('CHN-RUS', ['CHN', 'RUS']), claim('RUS-PRK', ['RUS', 'PRK'])], ['state:CHN']);
  const id = (c: { claim: { id: string } }) => c.claim.id;
  const [kept, gone] = other.claims.map(id) as [string, string];

  test('a claim that is gone is brought in as a ghost, which no count holds', () => {
    const row = { before: null, after: null, joined: [], left: [], certainty: 'sure' as const };
    const changes = {
      ...{ between: 'world' as const, from: '2000-01-01', to: '2001-01-01', sure: {}, possible: {} },
      ...{ uncovered: [], rows: [{ ...row, claim: gone, what: ['gone' as const] }] },
    };
    const now = drawn(picture, { ...other, changes }, defaultView);
    expect(now.claims.map((c) => [id(c), c.ghost, c.out, c.dim])).toEqual([
      [kept, false, false, false],
      [gone, true, true, false],
    ]);
    expect(now.picture.entities.map((e) => e.id)).toContain('state:PRK');
    // It stays one while a handle moves.
    const moved = moving(now, defaultView, { ...defaultLens, threshold: 10 });
    expect(moved.claims.find((c) => id(c) === gone)).toMatchObject({ ghost: true, out: true });
    expect(litIn({ ...other, changes })).toEqual([gone]);
  });

  test('no other question brings anything in', () => {
    expect(drawn(picture, other, defaultView).claims.map(id)).toEqual([kept]);
  });
});
