// The shipped case: every number of its last section, counted by hand from the page and never from what the code says.
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../model/answer.ts';
import { defaultLens, type Lens } from '../../model/lens.ts';
import { type Filters, noFilters } from '../../model/question.ts';
import { sentence } from '../../model/sentence.ts';
import { ask, askClaim, counts } from '../../server/ask.ts';
import { questions } from '../../server/graph/queries.ts';
import { answer } from '../support/asked.ts';
import { graph, withGraph } from '../support/graph.ts';
import { onlySample } from '../support/sample.ts';

const THREE = ['state:CHN', 'state:RUS', 'state:PRK'];
const EVERYBODY: string[] = [];

withGraph(onlySample);

const own = (id: string) => id.slice('beijing-2025/'.length);
const named = (a: Answer, state: string | null, stands: boolean) =>
  a.claims.flatMap((c) => (c.state === state && c.stands === stands ? [own(c.claim.id)] : [])).sort();
const standing = (a: Answer) => a.claims.flatMap((c) => (c.stands ? [own(c.claim.id)] : [])).sort();

describe('all of it', () => {
  test('33 claims with 43 statements, by state', async () => {
    const all = await answer('around', EVERYBODY);
    expect(all.claims).toHaveLength(33);
    expect(all.claims.flatMap((c) => c.statements)).toHaveLength(43);
    expect(all.count).toMatchObject({
      stands: 25,
      asserted: 23,
      contested: 2,
      unverified: 0,
      unevidenced: 4,
      open: 3,
      denied: 1,
      out: 0,
      possible: 0,
      undated: 0,
      tooFewOrigins: 0,
    });
    expect(all.exact).toBe(true);
    expect(all.truncated).toBeNull();
  });

  test('by size: 2 of one, 13 of two, 10 of three, 2 of four, 6 of at least so many', async () => {
    const sizes = await answer('sizes', EVERYBODY);
    const of = (test: (key: string) => boolean) =>
      sizes.groups.flatMap((g) => (test(g.key[0] ?? '') ? g.claims : [])).length;
    expect([1, 2, 3, 4].map((n) => of((key) => key === String(n)))).toEqual([2, 13, 10, 2]);
    expect(of((key) => key.endsWith('+'))).toBe(6);
    expect(sizes.resolved.over).toBe('life');
  });
});

describe('China, Russia and North Korea', () => {
  test('trilateral: 4 stand, 6 do not', async () => {
    const three = await answer('trilateral', THREE);
    expect(named(three, 'asserted', true)).toEqual([
      'acceptance-of-russia-north-korea-ties',
      'joint-appearance',
      'strategic-differences',
    ]);
    expect(named(three, 'contested', true)).toEqual(['coordinated-bloc']);
    expect(named(three, 'unevidenced', false)).toEqual([
      'binding-defence-pact',
      'common-command',
      'formal-bloc',
      'trilateral-cooperation',
    ]);
    expect(named(three, 'denied', false)).toEqual(['integrated-alliance-ahead']);
    expect(named(three, 'open', false)).toEqual(['deeper-military-cooperation']);
    expect(three.claims).toHaveLength(10);
    expect(three.count).toMatchObject({
      stands: 4,
      asserted: 3,
      contested: 1,
      unevidenced: 4,
      denied: 1,
      open: 1,
    });
    const acceptance = three.claims.find((c) => own(c.claim.id) === 'acceptance-of-russia-north-korea-ties');
    expect(acceptance?.actors).toEqual(['state:CHN']);
  });

  test('joint: 9 stand, in 7 of them all three act', async () => {
    const joint = await answer('joint', THREE);
    expect(standing(joint)).toEqual([
      'acceptance-of-russia-north-korea-ties',
      'conspiracy-against-us',
      'coordinated-bloc',
      'joint-appearance',
      'message-to-us-allies',
      'parade',
      'shared-opposition',
      'strategic-differences',
      'trump-accusation',
    ]);
    expect(joint.count.stands).toBe(9);
    const acting = joint.groups.find((g) => g.key[0] === 'actors');
    expect(acting?.stands).toBe(7);
    expect(joint.groups.find((g) => g.key[0] === 'principals')?.stands).toBe(2);
    expect(joint.claims.filter((c) => c.stands && THREE.every((id) => c.actors.includes(id)))).toHaveLength(
      7,
    );
  });

  test('bilateral, by pair', async () => {
    const two = await answer('bilateral', THREE);
    const pair = (a: string, b: string) =>
      two.groups.find((g) => g.key.includes(`state:${a}`) && g.key.includes(`state:${b}`))?.count;
    expect(pair('CHN', 'RUS')).toMatchObject({ stands: 3, asserted: 3, open: 1, bySign: { '+': 3, '-': 0 } });
    expect(pair('RUS', 'PRK')).toMatchObject({
      asserted: 2,
      contested: 1,
      open: 0,
      bySign: { '+': 3, '-': 0 },
    });
    expect(pair('CHN', 'PRK')).toMatchObject({ stands: 1, asserted: 1, open: 1, bySign: { '+': 0, '-': 1 } });
    expect(two.groups).toHaveLength(3);
  });

  test('no pairs alone, no pairs and joint, no hub while the joint appearance counts', async () => {
    for (const question of ['pairs-only', 'pairs-and-joint', 'hub-and-spoke']) {
      const triads = await answer(question, THREE);
      expect(triads.groupCount).toBe(0);
      expect(triads.claims).toEqual([]);
    }
  });

  test('hub and spoke: Russia at commitments 2 and 3, nobody at 4', async () => {
    const hub = async (commitment: number) =>
      (await answer('hub-and-spoke', THREE, {}, { commitment })).groups.map((g) => g.key);
    expect(await hub(2)).toEqual([['state:RUS', 'state:CHN', 'state:PRK']]);
    expect(await hub(3)).toEqual([['state:RUS', 'state:CHN', 'state:PRK']]);
    expect(await hub(4)).toEqual([]);
    expect(await hub(1)).toEqual([]);
  });

  test('sides: three with all three on one side', async () => {
    const sides = await answer('sides', THREE);
    const same = sides.groups.find((g) => g.key[0] === 'same');
    expect(same?.claims.map(own).sort()).toEqual([
      'conspiracy-against-us',
      'message-to-us-allies',
      'shared-opposition',
    ]);
    expect(sides.groups.filter((g) => g.key[0] === 'opposite')).toEqual([]);
  });

  test('mixed roles: none', async () => {
    expect((await answer('mixed-roles', THREE)).claims).toEqual([]);
  });

  test('disputed: the bloc, and the combat deployment', async () => {
    const disputes = await answer('disputes', THREE);
    expect(Object.fromEntries(disputes.groups.map((g) => [g.key[0], g.claims.map(own)]))).toEqual({
      alignment: ['coordinated-bloc'],
      'troop-deployment': ['permanent-combat-deployment'],
    });
  });

  test('at threshold 60 the joint appearance stands, and what rests on others than the article is gone', async () => {
    const joint = await answer('joint', THREE, { threshold: 60 });
    expect(standing(joint)).toEqual(['joint-appearance', 'parade', 'shared-opposition', 'trump-accusation']);
    const around = await answer('around', THREE, { threshold: 60 });
    for (const id of [
      'coordinated-bloc',
      'conspiracy-against-us',
      'acceptance-of-russia-north-korea-ties',
      'strategic-differences',
      'china-north-korea-tension',
      'china-russia-ties',
      'russia-north-korea-ties',
      'personnel-to-russia',
      'message-to-us-allies',
    ])
      expect(standing(around), id).not.toContain(id);
    expect(standing(around)).toContain('joint-appearance');
  });

  test('nothing joint deeper than commitment 1 stands at any threshold', async () => {
    for (let threshold = 0; threshold <= 100; threshold += 10)
      for (const unknown of [true, false]) {
        const deep = await answer('joint', THREE, { threshold, unknown }, { commitment: 2 });
        expect(standing(deep)).toEqual([]);
      }
  });

  test('ties by pair: the accusation joins nobody, tension is apart from cooperation', async () => {
    const { pairs, groupCount } = await answer('pairs', THREE);
    const tie = (a: string, b: string, sign: string) =>
      pairs.find((p) => p.a === `state:${a}` && p.b === `state:${b}` && p.sign === sign);
    // Joint appearance, shared opposition, conspiracy and three of their own; the disputed bloc; acceptance.
    expect(tie('CHN', 'RUS', '+')).toMatchObject({ asserted: 7, contested: 1, bilateral: 3 });
    expect(tie('CHN', 'PRK', '-')).toMatchObject({ asserted: 2, contested: 0, bilateral: 1 });
    // Not acceptance: those who are accepted have no tie with each other.
    expect(tie('PRK', 'RUS', '+')).toMatchObject({ asserted: 5, contested: 2, bilateral: 3 });
    expect(groupCount).toBe(3);
  });
});

describe('an answer', () => {
  test('carries its entries, its coverage and its queries, and every query took the same loads', async () => {
    const three = await answer('trilateral', THREE);
    expect(three.sources.map((s) => s.title)).toContain('Article on the Beijing parade of 3 September 2025');
    expect(three.datasets.map((d) => d.id)).toEqual(['beijing-2025']);
    expect(Object.keys(three.loads)).toEqual(['beijing-2025']);
    expect(three.entities.map((e) => e.id)).toEqual(expect.arrayContaining([...THREE, 'person:xi-jinping']));
    for (const q of three.queries)
      expect(q.parameters.scope).toMatchObject({ loads: Object.values(three.loads) });
    expect(three.queries[0]?.name).toBe('questions/trilateral');
    expect(three.coverage).toMatchObject([{ dataset: 'beijing-2025', covers: 'yes', exhaustive: false }]);
  });

  test('says what is not covered', async () => {
    const before = await answer('joint', THREE, { from: '2020-01-01', until: '2020-12-31' });
    expect(before.coverage).toMatchObject([{ covers: 'no' }]);
    expect(before.count.stands).toBe(0);
    const about = await answer('joint', THREE, { from: '2025-01-01', until: '2025-12-31' });
    expect(about.coverage).toMatchObject([{ covers: 'partly' }]);
  });

  test('on the day: what has no time is undated, what may have been on it is possible', async () => {
    const on = await answer('bilateral', THREE, { from: '2025-09-03', until: '2025-09-03' });
    const told = Object.fromEntries(on.claims.map((c) => [own(c.claim.id), c.certainty]));
    expect(told['gas-pipeline-memorandum']).toBe('possible');
    expect(told['china-russia-ties']).toBe('undated');
    expect(on.count).toMatchObject({ stands: 0, possible: 1 });
    const pact = await answer('trilateral', THREE, { from: '2025-09-04', until: '2025-09-04' });
    expect(pact.claims.map((c) => own(c.claim.id)).sort()).toEqual([
      'acceptance-of-russia-north-korea-ties',
      'deeper-military-cooperation',
      'integrated-alliance-ahead',
    ]);
  });

  test('is cut to its limit and says so, while its counts are of everything', async () => {
    const cut = await ask(graph, { question: 'around', filters: noFilters, lens: defaultLens, limit: 5 });
    expect(cut.claims).toHaveLength(5);
    expect(cut.truncated).toEqual({ shown: 5, of: 33 });
    expect(cut.count.stands).toBe(25);
  });

  test('refuses what cannot be asked, and says what could', async () => {
    await expect(answer('no-such', THREE)).rejects.toMatchObject({ code: 'unknown-question' });
    await expect(answer('trilateral', THREE.slice(1))).rejects.toMatchObject({ code: 'invalid-parameter' });
    await expect(answer('joint', [...THREE, 'state:QQQ'])).rejects.toMatchObject({ code: 'unknown-entity' });
    await expect(answer('joint', THREE, { datasets: ['no-such'] })).rejects.toMatchObject({
      code: 'unknown-dataset',
    });
    await expect(answer('pairs-only', THREE, {}, { sign: ['+', '-'] })).rejects.toMatchObject({
      code: 'invalid-parameter',
    });
  });
});

test('every question says how much it would find', async () => {
  const all = await counts(graph, { ...noFilters, states: THREE }, defaultLens);
  expect(all.map((q) => q.question.id)).toEqual(questions().map((q) => q.id));
  const stands = Object.fromEntries(all.map((q) => [q.question.id, q.count?.stands]));
  expect(stands).toMatchObject({
    trilateral: 4,
    joint: 9,
    bilateral: 7,
    'mixed-roles': 0,
    sides: 3,
    disputes: 2,
  });
  const two = await counts(graph, { ...noFilters, states: THREE.slice(1) }, defaultLens);
  expect(two.find((q) => q.question.id === 'trilateral')?.count).toBeNull();
});

describe('the whole world', () => {
  const lenses: Partial<Lens>[] = [
    {},
    { threshold: 40 },
    { threshold: 40, unknown: true, rule: 'lowest' },
    { origins: 2, over: 'life' },
    { from: '2025-09-03', until: '2025-09-03' },
    { from: '2022-01-01', until: '2025-12-31', over: 'life' },
    { known: '2025-12-31' },
    { known: '2026-12-31', clock: 'held' },
  ];
  const filters: Partial<Filters>[] = [
    { kind: ['summit', 'memorandum'] },
    { nature: ['event'], context: ['diplomatic'] },
    { modality: ['done'], commitment: 2 },
    { state: ['contested'] },
    { sign: ['-'] },
  ];
  const asked = questions().filter((q) => !q.states.needed && q.counts !== 'change');

  test.each(asked.map((q) => [q.id, q.counts] as const))('%s, by any lens and filter', async (id, counts) => {
    for (const [lens, filter] of [
      ...lenses.map((l) => [l, {}] as const),
      ...filters.map((f) => [{}, f] as const),
    ]) {
      const told = await answer(id, EVERYBODY, lens, filter);
      // Every group opens into its claims.
      const known = new Set(told.claims.map((c) => c.claim.id));
      for (const g of told.groups) for (const claim of g.claims) expect(known).toContain(claim);
      for (const p of told.pairs) expect(p.claims.length).toBeGreaterThan(0);
      if (counts === 'group' && told.claims.length > 0) expect(told.groups.length).toBeGreaterThan(0);
      expect(sentence(told)).toMatch(/^(Of|Not covered) .*\.$/);
      expect(sentence(told)).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });
});

test('one claim, also where it does not hold on the day of the lens', async () => {
  const on = { ...defaultLens, from: '2020-01-01', until: '2020-01-01' };
  const { claims, sources } = await askClaim(graph, 'beijing-2025/joint-appearance', on);
  expect(claims).toMatchObject([{ state: 'asserted', for: 70, against: null, stands: true, sign: '+' }]);
  expect(sources).toHaveLength(2);
  await expect(askClaim(graph, 'beijing-2025/no-such', defaultLens)).rejects.toMatchObject({
    code: 'unknown-claim',
  });
});
