// What leaves of the graph: what the lens shows, up to a marking, what is selected, ties as the question counts them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../model/entry.ts';
import { longState, ownIdOf } from '../../model/id.ts';
import { defaultLens, type Lens } from '../../model/lens.ts';
import { noFilters } from '../../model/question.ts';
import type { Source } from '../../model/source.ts';
import { defaultView, type View } from '../../model/view.ts';
import { ask } from '../../server/ask.ts';
import { leave, type Wanted } from '../../server/export/outgoing.ts';
import { brief } from '../../server/formats/brief.ts';
import { entriesOf, type Outgoing } from '../../server/formats/format.ts';
import { vocabulary } from '../../server/vocabulary.ts';
import { lens as anyLens, dataset, stateIds } from '../support/arbitrary.ts';
import { DATASET, source, told } from '../support/cases.ts';
import { graph } from '../support/graph.ts';
import { store, withEmptyGraph } from '../support/store.ts';

withEmptyGraph();

interface Asked {
  question?: string;
  states?: readonly string[];
  lens?: Partial<Lens>;
  selection?: string[];
}

function wanted({ question = 'around', states = [], lens = {}, selection = [] }: Asked): Wanted {
  const filters = { ...noFilters, states: states.map(longState) };
  const view = { ...defaultView, filters, lens: { ...defaultLens, ...lens }, selection };
  return { question, view, part: selection.length > 0 ? 'selected' : 'answer', form: 'claims' };
}

const leaving = async (asked: Asked) => leave(graph, wanted(asked));

async function entries(outgoing: Outgoing): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const entry of entriesOf(outgoing)) all.push(entry);
  return all;
}

const claimsIn = (all: readonly Entry[]) => all.flatMap((e) => (e.type === 'claim' ? [ownIdOf(e.id)] : []));
const states = stateIds.map(
  (id): Entry => ({ type: 'entity', id, dataset: null, label: 'State', names: { en: id } }),
);
const hold = (...claims: Entry[][]) =>
  store(graph, DATASET, [source, ...states, ...claims.flat()], vocabulary());
/** A source of which nobody outside may know. */
const red: Source = { ...source, id: 'https://example.org/red', marking: 'TLP:RED' };
const two = [{ who: 'CHN' }, { who: 'RUS' }];
const three = [...two, { who: 'PRK' }];

describe('what leaves', () => {
  test('is what the lens shows: claims that are out, statements that do not count, and what only they name stay', async () => {
    await hold(
      told('sure', 'treaty', two, {
        says: [
          { stance: 'asserts', confidence: 80 },
          { stance: 'denies', confidence: 20 },
        ],
      }),
      told('weak', 'treaty', [{ who: 'IND' }, { who: 'USA' }], {
        says: [{ stance: 'asserts', confidence: 20 }],
      }),
    );
    const { outgoing, leaves } = await leaving({ lens: { threshold: 50 } });
    const all = await entries(outgoing);
    expect(claimsIn(all)).toEqual(['sure']);
    expect(all.filter((e) => e.type === 'statement').map((e) => e.confidence)).toEqual([80]);
    expect(all.filter((e) => e.type === 'entity').map((e) => e.id)).toEqual(['state:CHN', 'state:RUS']);
    expect(leaves).toMatchObject({
      claims: 1,
      count: { stands: 1, asserted: 1, contested: 0 },
      marking: null,
    });
  });

  test('names each source and entity once, before what names it', async () => {
    await hold(told('a', 'treaty', two), told('b', 'treaty', three));
    const seen = new Set<string>();
    for await (const piece of (await leaving({})).outgoing.pieces()) {
      if (piece.type === 'told') {
        for (const p of piece.claim.parties) expect(seen).toContain(p.entity);
        for (const s of piece.statements) expect(seen).toContain(s.source);
        continue;
      }
      expect(seen).not.toContain(piece.id);
      seen.add(piece.id);
    }
    expect(seen).toContain('state:PRK');
  });

  test('is the selected claims, or those of all selected entities', async () => {
    await hold(
      told('a', 'treaty', two),
      told('b', 'treaty', three),
      told('c', 'treaty', [{ who: 'IND' }, { who: 'RUS' }]),
    );
    const chosen = async (...selection: string[]) =>
      claimsIn(await entries((await leaving({ selection })).outgoing));
    expect(await chosen(`${DATASET}/c`)).toEqual(['c']);
    expect(await chosen('state:CHN', 'state:RUS')).toEqual(['a', 'b']);
    expect(await chosen('state:PRK', `${DATASET}/c`)).toEqual(['b', 'c']);
    expect(await chosen(source.id)).toEqual(['a', 'b', 'c']);
    await expect(leave(graph, { ...wanted({}), part: 'selected' })).rejects.toMatchObject({
      code: 'invalid-parameter',
    });
  });

  test('tells what of a selection the answer does not have, and is refused where it has nothing of it', async () => {
    await hold(told('a', 'treaty', two), told('c', 'treaty', [{ who: 'IND' }, { who: 'RUS' }]));
    const some = await leaving({ selection: [`${DATASET}/a`, 'state:IND', 'nosuch'], states: ['CHN'] });
    expect(some.leaves).toMatchObject({ claims: 1, absent: ['state:IND', 'nosuch'] });
    const none = { selection: ['nosuch', 'state:IND', `${DATASET}/c`], states: ['CHN'] };
    await expect(leaving(none)).rejects.toMatchObject({
      code: 'invalid-parameter',
      errors: [
        { pointer: 'sel', detail: expect.stringMatching(/no claim, entity or source "nosuch"/) },
        {
          pointer: 'sel',
          detail: expect.stringMatching(/"state:IND" is in the graph and not in the answer/),
        },
        { pointer: 'sel', detail: expect.stringMatching(/\/c" is in the graph and not in the answer/) },
      ],
    });
    // What a bound keeps back is counted as withheld, and what no graph has is refused all the same.
    const bound = { marking: 'TLP:CLEAR' } as const;
    expect((await leaving({ ...none, lens: bound })).leaves).toMatchObject({ claims: 0 });
    await expect(leaving({ selection: ['nosuch'], lens: bound })).rejects.toMatchObject({
      code: 'invalid-parameter',
    });
  });
});

test('of pairs those claims leave that tie two of the states, and the file tells what was asked', async () => {
  await hold(
    told('between', 'treaty', two),
    told('accused', 'treaty', [
      { who: 'IND' },
      { who: 'CHN', part: 'addressee' },
      { who: 'RUS', part: 'addressee' },
    ]),
    told('of-one', 'treaty', [{ who: 'CHN' }, { who: 'IND' }]),
    told('denied', 'treaty', two, { says: [{ stance: 'denies' }] }),
    told('closed', 'tension', two, { says: [{ stance: 'asserts', marking: 'TLP:RED' }] }),
  );
  const asked = { question: 'pairs', states: ['CHN', 'RUS'], lens: { marking: 'TLP:GREEN' } as const };
  const { outgoing, leaves } = await leaving(asked);
  expect(claimsIn(await entries(outgoing))).toEqual(['between']);
  expect(leaves).toMatchObject({ claims: 1, count: { stands: 1 }, withheld: { claims: 1, statements: 1 } });
  expect(outgoing.head).toMatchObject({ question: 'pairs', states: ['state:CHN', 'state:RUS'] });
  expect((await leaving({ question: 'pairs' })).outgoing.head.question).toBe('pairs');
  await expect(leaving({ question: 'pairs', states: ['CHN'] })).rejects.toMatchObject({
    code: 'invalid-parameter',
  });
});

describe('what is drawn', () => {
  const drawn = async (change: Partial<View>, question = 'around') => {
    const asked = wanted({ question });
    const { outgoing, leaves } = await leave(graph, {
      ...asked,
      part: 'drawn',
      view: { ...asked.view, ...change },
    });
    const claims = claimsIn(await entries(outgoing));
    expect(leaves.claims).toBe(claims.length);
    return { claims, notes: outgoing.head.notes.join(' '), question: outgoing.head.question };
  };
  const all = [
    told('a', 'treaty', two),
    told('b', 'tension', two),
    told('c', 'treaty', [{ who: 'IND' }, { who: 'RUS' }], { says: [{ stance: 'asserts', confidence: 80 }] }),
    told('alone', 'treaty', [{ who: 'USA' }]),
  ];

  test('leaves without what the legend hides, without states of few claims, and without what ties nobody', async () => {
    await hold(...all);
    expect((await drawn({})).claims).toEqual(['a', 'b', 'c']);
    expect((await drawn({ draw: 'claims' })).claims).toEqual(['a', 'b', 'c', 'alone']);
    expect((await drawn({ degree: 2 })).claims).toEqual(['a', 'b']);
    const { claims, notes } = await drawn({ hide: ['sign:-', `claim:${DATASET}/c`] });
    expect(claims).toEqual(['a']);
    expect(notes).toContain('Only what is drawn is in this file.');
    expect(notes).toContain(`hidden: sign:-, claim:${DATASET}/c`);
  });

  test('is the picture whatever is asked, with what was added to it', async () => {
    await hold(...all);
    const filters = { ...noFilters, states: ['state:CHN'] };
    expect(await drawn({ filters }, 'bilateral')).toMatchObject({ claims: ['a', 'b'], question: 'around' });
    const expand = [{ entity: 'state:IND', kind: 'treaty', band: 'high' }];
    expect((await drawn({ filters, expand })).claims).toEqual(['a', 'b', 'c']);
  });

  test('is told with what the bound on the marking keeps back of it', async () => {
    await hold(
      told('open', 'treaty', two),
      told('closed', 'treaty', two, { says: [{ stance: 'asserts', marking: 'TLP:RED' }] }),
      told('hidden', 'tension', two, { says: [{ stance: 'asserts', marking: 'TLP:RED' }] }),
    );
    const view = {
      ...defaultView,
      hide: ['sign:-'],
      lens: { ...defaultLens, marking: 'TLP:CLEAR' as const },
    };
    const { leaves } = await leave(graph, { question: 'around', view, part: 'drawn', form: 'claims' });
    expect(leaves).toMatchObject({ claims: 1, withheld: { claims: 1, statements: 1 } });
  });
});

describe('a marking', () => {
  const marked = [
    told('open', 'treaty', two, { says: [{ stance: 'asserts', confidence: 80, marking: 'TLP:GREEN' }] }),
    told('mixed', 'tension', two, {
      says: [
        { stance: 'asserts', confidence: 80 },
        { stance: 'denies', confidence: 80, marking: 'TLP:RED' },
      ],
    }),
    told('closed', 'treaty', [{ who: 'IND' }, { who: 'USA' }], {
      says: [{ stance: 'asserts', marking: 'TLP:AMBER' }],
    }),
  ];

  test('is carried by the file: the strictest of what is in it', async () => {
    await hold(...marked);
    expect((await leaving({})).outgoing.head.marking).toBe('TLP:RED');
    expect((await leaving({ states: ['IND'] })).leaves.marking).toBe('TLP:AMBER');
    expect((await leaving({ selection: [`${DATASET}/open`] })).leaves.marking).toBe('TLP:GREEN');
  });

  test('of what does not count is not that of the file: it is not in it', async () => {
    await hold(
      told('a', 'treaty', two, {
        says: [
          { stance: 'asserts', confidence: 80 },
          { stance: 'asserts', confidence: 30, marking: 'TLP:RED' },
          { stance: 'denies', marking: 'TLP:AMBER', supersededAt: '2026-01-01' },
          { stance: 'asserts', confidence: 20, source: red.id },
        ],
      }),
      [red],
    );
    expect((await leaving({})).leaves.marking).toBe('TLP:RED');
    const { outgoing, leaves } = await leaving({ lens: { threshold: 60 } });
    expect(leaves.marking).toBeNull();
    expect(JSON.stringify(await entries(outgoing))).not.toContain('TLP:');
  });

  test('is a bound: what is above it neither leaves nor shows in how claims are judged, and is counted', async () => {
    await hold(...marked);
    const { outgoing, leaves } = await leaving({ lens: { marking: 'TLP:GREEN' } });
    const states: Record<string, string | null> = {};
    for await (const piece of outgoing.pieces())
      if (piece.type === 'told') states[ownIdOf(piece.claim.id)] = piece.state;
    expect(states).toEqual({ open: 'asserted', mixed: 'asserted' });
    expect(leaves).toMatchObject({ claims: 2, marking: 'TLP:GREEN', withheld: { claims: 1, statements: 2 } });
    expect(outgoing.head.notes.join(' ')).toContain(
      'Nothing above TLP:GREEN is in this file: 1 claim and 2 statements are withheld.',
    );
    expect(JSON.stringify(await entries(outgoing))).not.toContain('TLP:RED');
  });

  test('keeps back what would leave without it, be it that other claims leave with it', async () => {
    const pair = (a: string, b: string) => told(`${a}-${b}`, 'treaty', [{ who: a }, { who: b }]);
    await hold(
      ...marked,
      pair('CHN', 'PRK'),
      pair('PRK', 'RUS'),
      told('joint', 'treaty', three, { says: [{ stance: 'asserts', marking: 'TLP:RED' }] }),
    );
    const bounded = (more: Asked) => leaving({ ...more, lens: { marking: 'TLP:GREEN' } });
    // What is denied in red is contested without the bound, and asserted with it.
    const asserted = wanted({ states: ['CHN', 'RUS'], lens: { marking: 'TLP:GREEN' } });
    asserted.view.filters.state = ['asserted'];
    expect((await leave(graph, asserted)).leaves).toMatchObject({
      claims: 4,
      withheld: { claims: 1, statements: 2 },
    });
    // Three that a claim joins are no false trilateral; whom it joins is not to be known.
    expect((await bounded({ question: 'pairs-only' })).leaves).toMatchObject({
      claims: 3,
      withheld: { claims: 0, statements: 0 },
    });
    await hold(told('quoted', 'treaty', two, { says: [{}, { stance: 'denies', source: red.id }] }), [red]);
    expect((await bounded({ selection: [red.id] })).leaves).toMatchObject({
      claims: 0,
      withheld: { claims: 1, statements: 1 },
    });
  });

  test('bounds a brief too: its queries do not name what is withheld, and it carries the strictest of what is in it', async () => {
    await hold(...marked);
    const composed = async (lens: Partial<Lens>) => {
      const { question, view } = wanted({ lens });
      const { filters, options } = view;
      const answer = await ask(graph, { question, filters, options, lens: view.lens });
      return brief.compose?.(answer, view, {}) ?? '';
    };
    expect(await composed({})).toMatch(/> \*\*TLP:RED\*\*[\s\S]*cases\/closed/);
    const bounded = await composed({ marking: 'TLP:GREEN' });
    expect(bounded).toContain('> **TLP:GREEN**');
    expect(bounded).not.toContain('closed');
    expect(bounded).toContain('Nothing above TLP:GREEN is in this brief');
  });

  test('of a data set keeps all of it back', async () => {
    await hold(
      [{ type: 'dataset', id: DATASET, title: 'Cases', coverage: [], marking: 'TLP:AMBER' }],
      ...marked,
    );
    const { leaves } = await leaving({ lens: { marking: 'TLP:GREEN' } });
    expect(leaves).toMatchObject({ claims: 0, withheld: { claims: 3, statements: 4 } });
  });
});

test('ties are those that the question pairs counts, for any lens', async () => {
  await fc.assert(
    fc.asyncProperty(
      dataset(vocabulary(), DATASET),
      anyLens,
      fc.subarray(stateIds),
      async (made, lens, among) => {
        fc.pre(among.length !== 1);
        await store(graph, DATASET, [...made, ...states], vocabulary());
        const view = { ...defaultView, filters: { ...noFilters, states: among }, lens };
        const { outgoing } = await leave(graph, { question: 'pairs', view, part: 'answer', form: 'pairs' });
        const answer = await ask(graph, { question: 'pairs', filters: view.filters, lens });
        const { ties } = await outgoing.ties();
        expect(ties.map(({ for: _, against: __, ...tie }) => tie)).toEqual(answer.pairs);
      },
    ),
    { numRuns: 60 },
  );
});
