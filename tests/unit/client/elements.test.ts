// What is drawn for a claim depends on its parties only: the table of UX.md section 2, case by case.
import cytoscape, { type ElementDefinition } from 'cytoscape';
import { describe, expect, test, vi } from 'vitest';
import { elements } from '../../../client/canvas/elements.ts';
import { boxAt, pointAt, shared, trimmed } from '../../../client/canvas/geometry.ts';
import { FONT } from '../../../client/canvas/sizes.ts';
import { stylesheet } from '../../../client/canvas/style.ts';
import { textBox } from '../../../client/canvas/text.ts';
import { notDrawn } from '../../../model/drawn.ts';
import type { View } from '../../../model/view.ts';
import { answerOf, drawing, sample, told, vocabulary } from './drawing.ts';

const three = ['state:CHN', 'state:RUS', 'state:PRK'];
const N3 = 'CHN party, RUS party, PRK party';

function draw(of: Parameters<typeof answerOf>[0] | typeof sample, change: Partial<View> = {}, asked = three) {
  const answer = 'claims' in of ? of : answerOf(of, asked);
  const { drawn, view } = drawing(answer, change);
  const list = elements(drawn, view, { theme: 'light', vocabulary });
  const of_ = (test: (d: ElementDefinition['data']) => boolean) => list.filter((e) => test(e.data));
  return {
    list,
    ties: of_((d) => d.type === 'tie'),
    shapes: of_((d) => d.kind === 'Claim'),
    legs: (claim: string) => of_((d) => d.type === 'leg' && d.claims[0] === `test/${claim}`),
    fields: of_((d) => d.field !== undefined),
    shape: (id: string) => list.find((e) => e.data.id === id),
    notDrawn: notDrawn(drawn, view, vocabulary).map((c) => c.claim.id),
  };
}

const quiet = (e: ElementDefinition) => String(e.classes ?? '').includes('quiet');

describe('the alignment view', () => {
  test('exactly two principals: one tie for each claim, and no shape', () => {
    const drawn = draw([
      told('one', 'memorandum', 'CHN signatory, RUS signatory', '+70'),
      told('two', 'tension', 'CHN party, RUS party', '+50'),
    ]);
    expect(drawn.ties.map((e) => e.data.id).sort()).toEqual(['tie:test/one', 'tie:test/two']);
    expect(drawn.shapes).toEqual([]);
    expect(new Set(drawn.ties.map((e) => e.data.bow)).size).toBe(2);
  });

  test('three actors: a shape with legs and a field round them, and no tie', () => {
    const drawn = draw([told('all', 'cooperation', N3, '+70')]);
    expect(drawn.ties).toEqual([]);
    expect(drawn.legs('all')).toHaveLength(3);
    expect(drawn.fields.map((e) => [e.data.id, e.data.field.members.length, e.data.field.stands])).toEqual([
      ['test/all', 3, true],
    ]);
  });

  test('the same three again: a row without legs of its own, left where it stands, right where not', () => {
    const drawn = draw([
      told('all', 'cooperation', N3, '+70'),
      told('stands', 'tension', N3, '+50'),
      told('denied', 'defence-pact', N3, '-50'),
    ]);
    expect(drawn.fields).toHaveLength(1);
    expect(drawn.legs('stands').every(quiet)).toBe(true);
    const x = (id: string) => drawn.shape(`test/${id}`)?.position?.x ?? 0;
    expect(x('stands')).toBeLessThan(x('all'));
    expect(x('denied')).toBeGreaterThan(x('all'));
  });

  test('all of them with others unknown in number: a row that names the others', () => {
    const drawn = draw([
      told('all', 'cooperation', N3, '+70'),
      told('more', 'shared-stance', `${N3}, USA target`, '+70', { incomplete: true }),
    ]);
    expect(drawn.shape('test/more')?.data).toMatchObject({ role: 'row' });
    expect(drawn.shape('test/more')?.data.label).toContain('to United States …');
    expect(drawn.legs('more')).toHaveLength(4);
    expect(drawn.shape('state:USA')?.classes).toBe('quiet');
  });

  test('three principals, two of them addressed: legs that end in bars, and no field', () => {
    const drawn = draw([told('accusation', 'accusation', 'USA accuser, CHN accused, RUS accused', '+70')]);
    expect(drawn.fields).toEqual([]);
    expect(drawn.legs('accusation').map((e) => [e.data.source, e.data.end])).toEqual([
      ['state:USA', 'actor'],
      ['state:CHN', 'addressee'],
      ['state:RUS', 'addressee'],
    ]);
  });

  test('three actors against another: a field round the actors only', () => {
    const drawn = draw([told('plot', 'conspiracy', `${N3}, USA target`, '+70')]);
    expect(drawn.fields.map((e) => e.data.field.members)).toEqual([three]);
    expect(drawn.legs('plot')).toHaveLength(4);
  });

  test('the same principals again where there is no field: a smaller shape beside, without legs', () => {
    const drawn = draw([
      told('accusation', 'accusation', 'USA accuser, CHN accused, RUS accused, PRK accused', '+70'),
      told('plot', 'conspiracy', `${N3}, USA target`, '+?'),
      told('all', 'cooperation', N3, '+70'),
    ]);
    const [first, second] = [drawn.shape('test/accusation'), drawn.shape('test/plot')];
    expect(second?.data.size).toBeLessThan(first?.data.size);
    expect(drawn.legs('plot').every(quiet)).toBe(true);
    expect(drawn.legs('accusation').some(quiet)).toBe(false);
  });

  test('a bilateral claim that affects a third: the tie names it, and a thin leg waits', () => {
    const drawn = draw([
      told('troops', 'personnel-support', 'PRK provider, RUS recipient, UKR country-fought-in', '+50'),
    ]);
    expect(drawn.ties.map((e) => [e.data.source, e.data.target, e.data.aimed])).toEqual([
      ['state:PRK', 'state:RUS', true],
    ]);
    expect(drawn.ties[0]?.data.label).toContain('affects Ukraine');
    const affects = drawn.list.filter((e) => e.data.type === 'affects');
    expect(affects.map((e) => [e.data.target, e.classes])).toEqual([['state:UKR', 'quiet']]);
  });

  test('parties incomplete: always a shape, never a tie and never a field', () => {
    const drawn = draw([
      told('two', 'memorandum', 'CHN signatory, RUS signatory', '+70', { incomplete: true }),
      told('three', 'cooperation', N3, '+70', { incomplete: true }),
    ]);
    expect(drawn.ties).toEqual([]);
    expect(drawn.fields).toEqual([]);
    expect(drawn.shapes).toHaveLength(2);
    expect(drawn.shape('test/three')?.data.label).toContain('3 or more parties');
  });

  test('one principal and no other state: not drawn, and counted', () => {
    const drawn = draw([told('alone', 'public-statement', 'CHN speaker', '+50')]);
    expect(drawn.list).toEqual([]);
    expect(drawn.notDrawn).toEqual(['test/alone']);
  });

  test('a field whose claims do not stand is an outline', () => {
    const drawn = draw([told('none', 'defence-pact', N3, '-50')]);
    expect(drawn.fields.map((e) => [e.data.field.stands, e.data.tone])).toEqual([[false, 'absent']]);
  });

  test('what too few origins assert is grey, in a tie, a field and a fold alike', () => {
    const pair = 'IND signatory, JPN signatory';
    const answer = answerOf(
      [
        told('tie', 'memorandum', 'CHN signatory, RUS signatory', '+70'),
        told('hollow', 'memorandum', 'CHN signatory, RUS signatory', '+?'),
        told('split', 'memorandum', 'CHN signatory, PRK signatory', '+70 -50'),
        told('denied', 'memorandum', 'CHN signatory, PRK signatory', '-50'),
        told('field', 'cooperation', N3, '+70'),
        ...Array.from({ length: 4 }, (_, i) => told(`fold${i}`, 'memorandum', pair, '+70')),
      ],
      three,
    );
    const drawn = draw({ ...answer, claims: answer.claims.map((c) => ({ ...c, stands: false })) });
    expect(drawn.fields.map((e) => e.data.tone)).toEqual(['absent']);
    const cy = cytoscape({
      headless: true,
      styleEnabled: true,
      elements: drawn.list,
      style: stylesheet('light', false),
    });
    const tie = (id: string) =>
      cy.edges('[type="tie"]').filter((e) => e.data('claims').includes(`test/${id}`));
    const grey = tie('denied').style('line-color');
    for (const id of ['tie', 'split', 'fold0']) expect(tie(id).style('line-color'), id).toBe(grey);
    expect(tie('hollow').style('line-outline-color')).toBe(grey);
    expect(tie('split').style('line-gradient-stop-colors')).toBe(Array(4).fill(grey).join(' '));
  });

  test('the deepest commitment that stands leads, then the surest, then the latest', () => {
    const lead = (...claims: Parameters<typeof answerOf>[0]) => draw(claims).fields[0]?.data.id;
    const deep = told('deep', 'defence-pact', N3, '+30');
    expect(lead(told('sure', 'joint-appearance', N3, '+90'), deep)).toBe('test/deep');
    expect(lead(told('denied', 'defence-pact', N3, '-90'), told('a', 'cooperation', N3, '+10'))).toBe(
      'test/a',
    );
    const early = told('early', 'cooperation', N3, '+50', { when: '2020' });
    expect(lead(early, told('late', 'cooperation', N3, '+50', { when: '2021-05' }))).toBe('test/late');
  });
});

describe('folds', () => {
  const many = (n: number, parties: string) =>
    Array.from({ length: n }, (_, i) => told(`c${i}`, 'memorandum', parties, i === 0 ? '+70 -50' : '+70'));

  test('up to four ties for a pair in question, up to three for another', () => {
    expect(draw(many(4, 'CHN signatory, RUS signatory')).ties).toHaveLength(4);
    expect(draw(many(3, 'IND signatory, JPN signatory')).ties).toHaveLength(3);
  });

  test('more fold by sign, say that one is contested, and open', () => {
    const drawn = draw(many(4, 'IND signatory, JPN signatory'));
    expect(drawn.ties.map((e) => [e.data.label, e.data.state, e.data.fold])).toEqual([
      ['+ 4 claims, 1 contested', 'contested', true],
    ]);
    const { drawn: d, view } = drawing(answerOf(many(4, 'IND signatory, JPN signatory'), three));
    const opened = new Set([String(drawn.ties[0]?.data.opens)]);
    const open = elements(d, view, { theme: 'light', vocabulary, opened });
    expect(open.filter((e) => e.data.type === 'tie')).toHaveLength(4);
  });

  test('signs are never netted, and what does not stand is apart', () => {
    const drawn = draw([
      ...many(3, 'IND signatory, JPN signatory'),
      told('minus', 'tension', 'IND party, JPN party', '+70'),
      told('none', 'memorandum', 'IND signatory, JPN signatory', '-70'),
    ]);
    expect(drawn.ties.map((e) => e.data.tone).sort()).toEqual(['absent', 'minus', 'plus']);
  });
});

describe('the shipped data set', () => {
  const drawn = draw(sample);
  const own = (id: string) => `beijing-2025/${id}`;

  test('its first screen', () => {
    expect(drawn.ties).toHaveLength(13);
    expect(drawn.fields.map((e) => e.data.id)).toEqual([own('joint-appearance')]);
    const rows = drawn.shapes.filter((e) => e.data.role === 'row').map((e) => e.data.label.split('\n')[0]);
    expect(rows).toEqual([
      '≠ Coordinated bloc',
      '± Shared opposition',
      '− Strategic differences',
      '3 more that stand',
      '∅ 4 looked for, not found',
      '× Integrated alliance',
      '? Deeper military ties',
    ]);
    expect(drawn.notDrawn).toEqual([own('weapons-display'), own('xi-unstoppable')]);
    expect(drawn.shape('state:CHN')?.position).toEqual({ x: 0, y: 336 });
  });

  test('the same data give the same picture', () => {
    expect(draw(sample).list).toEqual(drawn.list);
  });

  test('no chip lies on another, on a disc or on a shape', () => {
    const at = (id: unknown) => drawn.shape(String(id))?.position ?? { x: 0, y: 0 };
    const size = (id: unknown) => Number(drawn.shape(String(id))?.data.size);
    const chips = drawn.ties.map(({ data }) => {
      const whole = { from: at(data.source), to: at(data.target), bow: data.bow };
      const middle = pointAt(trimmed(whole, size(data.source) / 2 + 4, size(data.target) / 2 + 4), 0.5);
      const { width, height } = textBox(data.label, FONT.tie, 1.22);
      return { id: data.id, box: boxAt(middle.x + data.tx, middle.y + data.ty, width + 10, height + 8) };
    });
    const bodies = drawn.list
      .filter((e) => e.data.size !== undefined && !quiet(e))
      .map((e) => ({
        id: e.data.id,
        box: boxAt(at(e.data.id).x, at(e.data.id).y, e.data.size, e.data.size),
      }));
    const clashes = chips.flatMap((a, i) =>
      [...chips.slice(i + 1), ...bodies]
        .filter((b) => shared(a.box, b.box) > 0)
        .map((b) => `${a.id} ${b.id}`),
    );
    expect(clashes).toEqual([]);
  });
});

describe('the claims view', () => {
  const drawn = draw(sample, { draw: 'claims' });
  const of = (type: string) => drawn.list.filter((e) => e.data.type === type);

  test('every stored leg, who acted, and whom they represent', () => {
    const parties = sample.claims.flatMap((c) => c.claim.parties);
    expect(of('leg')).toHaveLength(parties.length);
    expect(of('acts')).toHaveLength(parties.filter((p) => p.by !== undefined).length);
    expect(of('represents')).toHaveLength(5);
    expect(drawn.shapes).toHaveLength(33);
    expect(of('tie')).toEqual([]);
    expect(drawn.fields).toEqual([]);
  });

  test('claims of exactly the states in question stand in two rows between them', () => {
    const y = (id: string) => drawn.shape(`beijing-2025/${id}`)?.position?.y;
    expect(y('joint-appearance')).toBe(y('strategic-differences'));
    expect(y('binding-defence-pact')).toBe(y('deeper-military-cooperation'));
    expect(y('binding-defence-pact')).toBeGreaterThan(y('joint-appearance') ?? 0);
  });
});

describe('other data', () => {
  const pool = [
    'USA',
    'GBR',
    'FRA',
    'DEU',
    'JPN',
    'KOR',
    'IND',
    'BRA',
    'ZAF',
    'IRN',
    'TUR',
    'EGY',
    'VNM',
    'AUS',
  ];
  const trio = (i: number) => [0, 3, 7].map((k) => `${pool[(i + k) % pool.length]} party`).join(', ');

  test('more than twelve sets: no rows, and no places on one another', () => {
    const claims = pool.flatMap((_, i) => [
      told(`a${i}`, 'cooperation', trio(i), '+70'),
      told(`b${i}`, 'tension', trio(i), '+50'),
    ]);
    const drawn = draw(claims, {}, []);
    expect(drawn.shapes.filter((e) => e.data.role === 'row')).toEqual([]);
    expect(drawn.fields).toHaveLength(pool.length);
    expect(drawn.fields.every((e) => e.data.field.pad === null)).toBe(true);
    const places = drawn.list.filter((e) => e.data.entity !== undefined).map((e) => e.position);
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1))
        expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThan(60);
  });

  test.each(['map', 'circle', 'sign', 'time'] as const)('layout %s has a place for everything', (layout) => {
    const claims = pool.map((_, i) => told(`a${i}`, 'tension', trio(i), '+70', { when: `20${10 + i}` }));
    for (const e of draw(claims, { layout }, []).list) {
      if (e.position === undefined) continue;
      expect(Number.isFinite(e.position.x) && Number.isFinite(e.position.y)).toBe(true);
    }
  });

  test('a state moved by hand stays there, and the others where they were', () => {
    const claims = pool.map((_, i) => told(`a${i}`, 'tension', trio(i), '+70'));
    const before = draw(claims);
    const after = draw(claims, { moved: { 'state:USA': [999, -999] } });
    expect(after.shape('state:USA')?.position).toEqual({ x: 999, y: -999 });
    expect(after.shape('state:EGY')?.position).toEqual(before.shape('state:EGY')?.position);
  });
});

// A state that was just added is in question before its entry has come.
test.each(['alignment', 'claims'] as const)(
  'an entity that is not held is a bare disc under its id: %s',
  (view) => {
    const answer = answerOf([told('one', 'memorandum', 'CHN signatory, RUS signatory', '+70')], three);
    const entities = answer.entities.filter((e) => e.id !== 'state:RUS');
    const { list, shape } = draw({ ...answer, entities }, { draw: view });
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const cy = cytoscape({
      headless: true,
      styleEnabled: true,
      style: stylesheet('light', false),
      elements: list,
    });
    const images = ['state:RUS', 'state:CHN'].map((id) => cy.getElementById(id).style('background-image'));
    expect(warn.mock.calls).toEqual([]);
    expect(images).toEqual(['none', expect.stringContaining('data:image/svg+xml')]);
    expect(shape('state:RUS')?.data.label).toBe('state:RUS');
    warn.mockRestore();
    cy.destroy();
  },
);
