// The report on a set of states: the shipped case and a look-alike of the alliances of China, Russia and North Korea, with
// every line counted by hand.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Answer } from '../../model/answer.ts';
import type { Bloc, BlocPart } from '../../model/bloc.ts';
import { defaultLens, type Lens } from '../../model/lens.ts';
import { type Filters, noFilters } from '../../model/question.ts';
import { sentence } from '../../model/sentence.ts';
import { ask } from '../../server/ask.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { DATASET } from '../support/cases.ts';
import { graph, withGraph } from '../support/graph.ts';
import { lookAlike } from '../support/look-alike.ts';
import { onlySample } from '../support/sample.ts';
import { empty, store } from '../support/store.ts';

const THREE = ['state:CHN', 'state:RUS', 'state:PRK'];
withGraph(async () => {});
afterAll(() => empty(graph));

interface Reported {
  answer: Answer;
  bloc: Bloc;
  part: BlocPart;
}

async function report(lens: Partial<Lens> = {}, filters: Partial<Filters> = {}): Promise<Reported> {
  const asked = {
    question: 'bloc',
    filters: { ...noFilters, states: THREE, ...filters },
    lens: { ...defaultLens, ...lens },
  };
  const answer = Answer.parse(await ask(graph, asked));
  const part = answer.bloc?.datasets[0];
  if (answer.bloc === null || part === undefined) throw new Error('no report');
  return { answer, bloc: answer.bloc, part };
}

const own = (id: string) => id.slice(id.indexOf('/') + 1);
const short = (ids: readonly string[]) => ids.map((id) => id.replace('state:', '')).join(' ');
const level = (part: BlocPart, commitment: number | null) =>
  part.filtration.levels.find((l) => l.commitment === commitment)?.steps ?? [];

describe('the shipped case', () => {
  beforeAll(() => onlySample(graph));

  test('together in one appearance of commitment 1 and in opposition; the bloc is contested', async () => {
    const { part } = await report();
    const lines = part.joint.lines.map((l) => [
      l.commitment,
      l.kind,
      l.state,
      l.claims.map((c) => `${own(c.claim)} ${c.joins ?? 'some'}`).join(', '),
    ]);
    expect(lines).toEqual([
      [1, 'joint-appearance', 'asserted', 'joint-appearance +'],
      [null, 'acceptance', 'asserted', 'acceptance-of-russia-north-korea-ties some'],
      [null, 'accusation', 'asserted', 'trump-accusation some'],
      [null, 'alignment', 'contested', 'coordinated-bloc +'],
      [null, 'conspiracy', 'asserted', 'conspiracy-against-us +'],
      [null, 'parade', 'asserted', 'parade 0'],
      [null, 'shared-stance', 'asserted', 'shared-opposition +'],
      [null, 'signal', 'asserted', 'message-to-us-allies 0'],
      [null, 'tension', 'asserted', 'strategic-differences -'],
      [7, 'command-arrangement', 'unevidenced', 'common-command +'],
      [6, 'defence-pact', 'unevidenced', 'binding-defence-pact +'],
      [6, 'formal-alliance', 'unevidenced', 'formal-bloc +'],
      [null, 'alignment', 'denied', 'integrated-alliance-ahead +'],
      [null, 'cooperation', 'unevidenced', 'trilateral-cooperation +'],
      [null, 'military-cooperation', 'open', 'deeper-military-cooperation +'],
    ]);
    expect(part.deepest.joint).toEqual({ commitment: 1, claims: ['beijing-2025/joint-appearance'] });
    expect(part.deepest.tie).toMatchObject({ commitment: 4 });
    const accusation = part.joint.lines
      .flatMap((l) => l.claims)
      .find((c) => own(c.claim) === 'trump-accusation');
    expect(accusation?.others).toEqual(['state:USA']);
    expect(accusation?.acting).toBe(false);
  });

  test('in one sentence', async () => {
    const { answer } = await report({ threshold: 20 });
    expect(sentence(answer)).toBe(
      'Of China, Russia and North Korea as a set, the deepest claim that joins all of them is of commitment 1 (beijing-2025/joint-appearance), the deepest tie of any two is of commitment 4, claims among them are 1 unverified, 4 looked for and not found, 1 denied and 1 open, of their triads 1 indeterminate, in beijing-2025, which is evidence and no verdict; at any time, at a confidence of at least 20, unknown confidence left out, as known now; beijing-2025 is not exhaustive, so silence there says nothing.',
    );
  });

  test('what was looked for and not found, denied, contested, open', async () => {
    const { part, answer } = await report();
    const lines = Object.fromEntries(
      part.unsettled.lines.map((l) => [l.state, l.claims.map((c) => own(c.claim))]),
    );
    expect(lines).toEqual({
      contested: ['coordinated-bloc', 'permanent-combat-deployment'],
      unevidenced: ['binding-defence-pact', 'formal-bloc', 'common-command', 'trilateral-cooperation'],
      denied: ['integrated-alliance-ahead'],
      open: ['deeper-military-cooperation', 'gas-pipeline', 'nuclear-status-recognition'],
    });
    // Both sides' statements are in the answer.
    const bloc = answer.claims.find((c) => own(c.claim.id) === 'coordinated-bloc');
    expect(bloc?.statements.map((s) => s.stance).sort()).toEqual(['asserts', 'denies']);
  });

  test('each pair by sign and commitment; Russia is the hub at commitments 2 and 3, and at no other', async () => {
    const { part } = await report();
    const pair = (a: string, b: string) =>
      part.pairs.lines
        .find((l) => short(l.pair) === `${a} ${b}`)
        ?.ties.filter((t) => t.own)
        .map((t) => [t.sign, t.commitment, t.kind, t.asserted.length, t.contested.length]);
    expect(pair('CHN', 'RUS')).toEqual([
      ['+', 3, 'memorandum', 1, 0],
      ['+', null, 'bilateral-ties', 1, 0],
      ['+', null, 'economic-cooperation', 1, 0],
    ]);
    expect(pair('PRK', 'RUS')).toEqual([
      ['+', 4, 'personnel-support', 1, 0],
      ['+', 4, 'troop-deployment', 0, 1],
      ['+', null, 'bilateral-ties', 1, 0],
    ]);
    expect(pair('CHN', 'PRK')).toEqual([['-', null, 'tension', 1, 0]]);
    // The strategic differences are of all three, so each pair has both signs.
    expect(part.pairs.lines.map((l) => l.mixed)).toEqual([true, true, true]);
    expect(part.hubs.lines.map((l) => [l.commitment, short([l.hub]), short(l.spokes)])).toEqual([
      [2, 'RUS', 'CHN PRK'],
      [3, 'RUS', 'CHN PRK'],
    ]);
  });

  test('the filtration: what is left from threshold to threshold', async () => {
    const { part } = await report();
    const told = (commitment: number | null) =>
      level(part, commitment).map((s) => [
        `${s.from}-${s.until}`,
        s.pairs.map((p) => `${short(p.pair)} ${p.claims.length}`).join(', '),
        s.joint.length,
        s.tied.size,
        s.joined.size,
        s.hub === null ? '' : short([s.hub]),
      ]);
    expect(told(null)).toEqual([
      ['0-0', 'CHN RUS 3, PRK RUS 3', 9, 2, 3, ''],
      ['1-30', 'CHN RUS 3, PRK RUS 3', 6, 2, 3, ''],
      ['31-50', 'CHN RUS 3, PRK RUS 2', 6, 2, 3, ''],
      ['51-70', 'CHN RUS 2', 4, 2, 3, ''],
      ['71-100', '', 0, 0, 0, ''],
    ]);
    // The denial of the deployment is of unknown confidence: above 0 only the missing verification is left of it.
    expect(
      level(part, 4).map((s) => [
        s.from,
        s.pairs.flatMap((p) => p.claims.map((c) => `${own(c.claim)} ${c.state}`)),
      ]),
    ).toEqual([
      [0, ['permanent-combat-deployment contested', 'personnel-to-russia asserted']],
      [1, ['permanent-combat-deployment unverified', 'personnel-to-russia asserted']],
      [31, ['personnel-to-russia asserted']],
      [51, []],
    ]);
    expect(told(2)).toEqual([
      ['0-0', 'CHN RUS 1, PRK RUS 2', 0, 2, 2, 'RUS'],
      ['1-30', 'CHN RUS 1, PRK RUS 2', 0, 2, 2, 'RUS'],
      ['31-50', 'CHN RUS 1, PRK RUS 1', 0, 2, 2, 'RUS'],
      ['51-70', 'CHN RUS 1', 0, 2, 2, ''],
      ['71-100', '', 0, 0, 0, ''],
    ]);
    // Nothing joint deeper than commitment 1 stands at any threshold.
    for (const { commitment, steps } of part.filtration.levels)
      if (commitment !== null && commitment > 1) for (const s of steps) expect(s.joint).toEqual([]);
    expect(level(part, 1).map((s) => s.joined.size)).toEqual([3, 3, 3, 3, 0]);
  });

  test('at the threshold of the lens the filtration says what Cypher says', async () => {
    for (const threshold of [0, 20, 50, 60, 90])
      for (const unknown of [null, true, false]) {
        const { answer, part } = await report({ threshold, unknown });
        const step = level(part, null).find((s) => s.from <= threshold && threshold <= s.until);
        const standing = answer.claims.filter(
          (c) => c.stands && THREE.every((id) => c.principals.includes(id)),
        );
        expect(step?.joint.map((c) => c.claim)).toEqual(standing.map((c) => c.claim.id));
      }
  });

  test('balance: the three are indeterminate, and China and North Korea are among the reasons', async () => {
    const { part } = await report();
    expect(part.balance.lines).toHaveLength(1);
    const [three] = part.balance.lines;
    expect(three?.verdict).toBe('indeterminate');
    expect(three?.ties.map((t) => [short(t.pair), t.sign])).toEqual([
      ['CHN PRK', '-'],
      ['CHN RUS', '+'],
      ['PRK RUS', '+'],
    ]);
    const because = three?.because.map((b) => [short(b.pair), b.why, b.claims.map(own)]);
    expect(because).toEqual([
      [
        'CHN PRK',
        'joint',
        [
          'joint-appearance',
          'coordinated-bloc',
          'shared-opposition',
          'acceptance-of-russia-north-korea-ties',
          'conspiracy-against-us',
        ],
      ],
      ['CHN RUS', 'joint', ['strategic-differences']],
      ['PRK RUS', 'joint', ['strategic-differences']],
    ]);
    // What speaks against the signs above 50 is gone, and so are two of the ties.
    expect((await report({ threshold: 60 })).part.balance.lines[0]?.verdict).toBe('not-closed');
  });

  test('how old it is, what is not covered, and which query each part rests on', async () => {
    const { part, answer } = await report();
    expect(part.age).toMatchObject({
      coveredUntil: '2025-09-03',
      published: '2025-09-03',
      recorded: '2026-11-24',
    });
    expect(part.age.loaded).toMatch(/^\d{4}-/);
    const before = await report({ from: '2020-01-01', until: '2020-12-31' });
    expect(before.answer.coverage).toMatchObject([{ covers: 'no' }]);
    const ran = answer.queries.map((q) => q.name);
    for (const name of ['questions/bloc', part.joint.query, part.filtration.query, part.also.query])
      expect(ran).toContain(name);
  });

  test('only what is asked for: a filter of states, of kinds', async () => {
    const { part } = await report({}, { state: ['contested'] });
    expect(part.joint.lines.map((l) => l.kind)).toEqual(['alignment']);
    expect(level(part, null)[0]?.joint.map((c) => own(c.claim))).toEqual(['coordinated-bloc']);
    const appearance = await report({}, { kind: ['joint-appearance'] });
    expect(appearance.answer.claims).toHaveLength(1);
  });

  test('needs two states', async () => {
    await expect(report({}, { states: [] })).rejects.toMatchObject({ code: 'invalid-parameter' });
    await expect(report({}, { states: ['state:CHN'] })).rejects.toMatchObject({ code: 'invalid-parameter' });
    await expect(report({}, { states: ['state:CHN', 'state:QQQ'] })).rejects.toMatchObject({
      code: 'unknown-entity',
    });
  });
});

describe('a look-alike of the alliances', () => {
  beforeAll(async () => {
    // The states are of the vocabulary, which is loaded with it.
    await onlySample(graph);
    await store(graph, DATASET, lookAlike, vocabulary());
  });
  const on = (day: string, filters: Partial<Filters> = {}) =>
    report({ from: day, until: day, datasets: [DATASET] }, filters);

  test('in 2000 three pacts of two, balanced, and no joint claim', async () => {
    const { part } = await on('2000-07-01');
    expect(part.joint.lines).toEqual([]);
    expect(part.deepest.joint).toBeNull();
    expect(
      part.pairs.lines.map((l) => l.ties.map((t) => [t.sign, t.commitment, t.own, t.asserted.map(own)])),
    ).toEqual([
      [['+', 6, true, ['defence']]],
      [['+', 5, true, ['friendship']]],
      [['+', 3, true, ['good-neighbours']]],
    ]);
    expect(part.hubs.lines.map((l) => [l.commitment, short([l.hub]), short(l.spokes)])).toEqual([
      [4, 'CHN', 'PRK RUS'],
      [5, 'CHN', 'PRK RUS'],
    ]);
    const [step] = level(part, null);
    expect([step?.tied.size, step?.joined.size]).toEqual([3, 2]);
    expect(part.balance.lines).toMatchObject([{ verdict: 'balanced', because: [] }]);
    // Nothing has a number: above threshold 0 nothing is left, for unknown confidence is not 50 and not 100.
    expect(level(part, null).map((s) => [s.from, s.until, s.tied.size])).toEqual([
      [0, 0, 3],
      [1, 100, 0],
    ]);
  });

  test('in 2018 one joint claim of commitment 5, which binds them to rivals as well', async () => {
    const { part, bloc } = await on('2018-07-01');
    expect(part.joint.lines).toHaveLength(1);
    expect(part.joint.lines[0]).toMatchObject({
      commitment: 5,
      kind: 'non-aggression-pact',
      state: 'asserted',
      claims: [
        {
          claim: 'cases/amity',
          joins: '+',
          certainty: 'sure',
          others: ['state:IDN', 'state:JPN', 'state:USA'],
          alike: ['state:IDN', 'state:JPN', 'state:USA'],
          rivals: ['state:USA'],
          elsewhere: ['state:JPN', 'state:USA'],
        },
      ],
    });
    expect(part.deepest.joint).toEqual({ commitment: 5, claims: ['cases/amity'] });
    // The one defence obligation among the three is of two of them.
    expect(part.deepest.tie).toEqual({
      commitment: 6,
      ties: [{ pair: ['state:CHN', 'state:PRK'], own: true, claims: ['cases/defence'] }],
    });
    expect(bloc.rivals.lines.map((l) => [l.entity, l.state, l.kind, l.count, l.first, l.last])).toEqual([
      ['state:USA', 'state:CHN', 'war', 1, '1950-06-25', '1953-07-27'],
      ['state:USA', 'state:PRK', 'war', 1, '1950-06-25', '1953-07-27'],
    ]);
    expect(part.elsewhere.lines).toEqual([
      { entity: 'state:JPN', commitment: 6, partners: ['state:USA'], claims: ['cases/alliance'] },
      { entity: 'state:USA', commitment: 6, partners: ['state:JPN'], claims: ['cases/alliance'] },
    ]);
    expect(part.also.lines.map((l) => [l.entity, l.how])).toEqual([
      ['state:IDN', 'one-claim'],
      ['state:JPN', 'one-claim'],
      ['state:USA', 'one-claim'],
    ]);
    const sizes = (commitment: number) => {
      const [step] = level(part, commitment);
      return [step?.tied.size, step?.joined.size];
    };
    expect([sizes(3), sizes(5), sizes(6)]).toEqual([
      [3, 3],
      [2, 3],
      [2, 2],
    ]);
    // A claim that joins all three undoes the hub.
    expect(part.hubs.lines).toEqual([]);
  });

  test('joining takes effect on its day', async () => {
    expect((await on('2008-07-23')).part.joint.lines).toEqual([]);
    expect((await on('2008-07-24')).part.joint.lines).toHaveLength(1);
  });

  test('a pair is asked about too', async () => {
    const { part } = await on('2018-07-01', { states: THREE.slice(0, 2) });
    expect(part.joint.lines.map((l) => l.claims.map((c) => own(c.claim)))).toEqual([['friendship', 'amity']]);
    expect(part.balance.lines).toEqual([]);
  });
});
