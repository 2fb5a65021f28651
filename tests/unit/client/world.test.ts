// client/canvas/world.ts and what it stands on: places that no claim changes, folds by sign, and states with few claims.
import cytoscape from 'cytoscape';
import { describe, expect, test } from 'vitest';
import { atlasOf } from '../../../client/canvas/atlas.ts';
import { elements } from '../../../client/canvas/elements.ts';
import { fitPicture } from '../../../client/canvas/viewport.ts';
import { worldTexts } from '../../../client/canvas/world.ts';
import { nothing } from '../../../model/count.ts';
import { defaultView } from '../../../model/view.ts';
import { states } from '../data/files.ts';
import { answerOf, drawing, sample, told, vocabulary } from './drawing.ts';

const capitals = states.map(({ id, lon = 0, lat = 0 }) => ({ id, lon, lat }));
const options = { theme: 'light', vocabulary, capitals, large: true } as const;
const codes = states.flatMap((s) => s.iso3 ?? []).slice(0, 34);
const world = answerOf(
  [
    told('a', 'memorandum', 'CHN party, RUS party', '+70'),
    told('b', 'memorandum', 'RUS party, CHN party', '+60 -20'),
    told('c', 'tension', 'CHN party, RUS party', '+50'),
    told('d', 'memorandum', 'CHN party, PRK party', '+50'),
    told('e', 'memorandum', 'CHN party, MNG party', '0'),
    told('f', 'summit', codes.map((c) => `${c} party`).join(', '), '+50'),
  ],
  [],
);
const made = (answer = world, change = {}) => {
  const { drawn, view } = drawing(answer, change);
  return { drawn, all: elements(drawn, view, options) };
};

describe('the atlas', () => {
  const { places, slots } = atlasOf(capitals);

  test('has a place for every state, and none lies on another', () => {
    expect(places.size).toBe(states.length);
    const all = [...places.values()];
    const gaps = all.flatMap((p, i) => all.slice(i + 1).map((q) => Math.hypot(p.x - q.x, p.y - q.y)));
    expect(Math.min(...gaps)).toBeGreaterThan(60);
  });

  test('keeps its slots clear of every disc', () => {
    expect(slots.length).toBeGreaterThan(500);
    for (const { at, room } of slots.slice(0, 400)) {
      const nearest = Math.min(...[...places.values()].map((p) => Math.hypot(p.x - at.x, p.y - at.y)));
      expect(nearest).toBeCloseTo(room, 6);
      expect(room).toBeGreaterThan(30);
    }
  });

  test('is the same whatever the order of the states', () => {
    expect(atlasOf([...capitals].reverse()).places).toEqual(places);
  });
});

describe('very many states', () => {
  test('claims of one pair fold by sign and state, and a fold hides nothing that is disputed', () => {
    const ties = made().all.filter((e) => e.data.type === 'tie');
    const of = (id: string) => ties.find((e) => e.data.claims.includes(`test/${id}`))?.data;
    expect(ties).toHaveLength(4);
    expect(of('a')).toMatchObject({ claims: ['test/a', 'test/b'], tone: 'plus', brief: '≠+ 2' });
    expect(of('c')).toMatchObject({ claims: ['test/c'], tone: 'minus' });
    expect(of('e')).toMatchObject({ tone: 'absent' });
  });

  test('what is gone is a line beside what is there', () => {
    const { drawn, view } = drawing(world);
    const claims = drawn.claims.map((c) => ({
      ...c,
      out: c.claim.id === 'test/b',
      ghost: c.claim.id === 'test/b',
    }));
    const ties = elements({ ...drawn, claims }, view, options).filter((e) => e.data.type === 'tie');
    const of = (id: string) => ties.find((e) => e.data.claims.includes(`test/${id}`));
    expect(of('a')?.data.claims).toEqual(['test/a']);
    expect(of('b')).toMatchObject({ data: { claims: ['test/b'] }, classes: 'ghost' });
    expect(of('b')?.data.bow).not.toBe(of('a')?.data.bow);
  });

  test('the hub of an answer has its sign, and no other state is marked', () => {
    const answer = answerOf([told('d', 'memorandum', 'CHN party, PRK party', '+50')], []);
    const hubs = {
      ...answer,
      question: { ...answer.question, id: 'hub-and-spoke' },
      groups: [
        {
          dataset: 'test',
          key: ['state:CHN', 'state:PRK', 'state:MNG'],
          claims: ['test/d'],
          count: nothing(),
          stands: 1,
          certainty: 'sure' as const,
          rests: 'asserted' as const,
        },
      ],
    };
    const { drawn, view } = drawing(world, {}, hubs);
    const all = elements(drawn, view, options);
    const withClass = (name: string) =>
      all.filter((e) => String(e.classes).split(' ').includes(name)).map((e) => e.data.id);
    expect(withClass('hub')).toEqual(['state:CHN']);
    expect(withClass('heavy')).toEqual([]);
    expect(all.find((e) => e.data.id === 'hub:state:CHN')?.data.label).toBe('hub');
    expect(all.find((e) => e.data.id === 'state:CHN')?.data.label).toContain('hub');
  });

  test('they stand on the map whatever layout is chosen', () => {
    expect(made(world, { layout: 'circle' }).all).toEqual(made().all);
  });

  test('no text is drawn under 7 pixels', () => {
    expect([0.2, 7 / 18 - 0.001, 7 / 18, 7 / 15 - 0.001, 7 / 15, 1].map(worldTexts)).toEqual([
      'none',
      'none',
      'large',
      'large',
      'all',
      'all',
    ]);
  });

  test('a claim of 34 is one shape without lines', () => {
    const { all } = made();
    const shapes = all.filter((e) => e.data.kind === 'Claim');
    expect(shapes.map((e) => [e.data.brief, e.data.form])).toEqual([['34', 'round-rectangle']]);
    expect(all.filter((e) => e.data.type === 'leg')).toEqual([]);
    expect(shapes[0]?.data.field).toBeUndefined();
  });

  test('places are those of the atlas, also where other claims are drawn', () => {
    const few = answerOf([told('d', 'memorandum', 'CHN party, PRK party', '+50')], []);
    const at = (answer: typeof world) => {
      const nodes = made(answer).all.filter((e) => e.data.entity !== undefined);
      return Object.fromEntries(nodes.map((e) => [e.data.id, e.position]));
    };
    expect(at(world)).toMatchObject(at(few));
    expect(at(few)['state:CHN']).toEqual(atlasOf(capitals).places.get('state:CHN'));
  });

  test('a picture of few states in question is drawn as ever', () => {
    const { drawn, view } = drawing(sample);
    const plain = elements(drawn, view, { theme: 'light', vocabulary });
    expect(elements(drawn, view, { ...options, large: false })).toEqual(plain);
  });
});

describe('states with few claims', () => {
  test('are not drawn, nor what ties fewer than two of the others; all stays among the claims', () => {
    const { drawn, all } = made(world, { degree: 2 });
    const ids = all.filter((e) => e.data.entity !== undefined).map((e) => e.data.id);
    // What does not stand counts for no state.
    expect(ids.sort()).toEqual(['state:CHN', 'state:RUS'].sort());
    expect(drawn.claims.filter((c) => c.undrawn).map((c) => c.claim.id)).toEqual([
      'test/d',
      'test/e',
      'test/f',
    ]);
    expect(drawn.few?.of).toBe(new Set(['CHN', 'RUS', 'PRK', 'MNG', ...codes]).size);
    expect(drawn.claims).toHaveLength(6);
  });

  test('are all drawn in the claims view', () => {
    expect(made(world, { degree: 2, draw: 'claims' }).drawn.few).toBeNull();
  });
});

test('a map for which the room is too small is as small as it gets, in the middle, and not left where it was', () => {
  const cy = cytoscape({ headless: true, minZoom: 0.05 });
  const room = { width: 300, height: 200, insets: { top: 150, right: 0, bottom: 0, left: 0, corner: null } };
  const ground = { x1: 0, y1: 0, x2: 8000, y2: 4000 };
  const shown = fitPicture(cy, defaultView, [], true, room, false, ground);
  expect(shown).toEqual({ zoom: 0.05, pan: { x: -50, y: 75 }, outside: 0 });
});
