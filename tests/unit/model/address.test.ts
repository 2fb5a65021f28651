// model/address.ts: an address gives the view and the view the address, whatever the view.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromSearch, toSearch } from '../../../model/address.ts';
import { modalities } from '../../../model/claim.ts';
import { states } from '../../../model/judge.ts';
import { parameters } from '../../../model/parameters.ts';
import { defaultView, draws, layouts, View } from '../../../model/view.ts';
import { contexts, natures, signs } from '../../../model/vocabulary.ts';
import { day, lens, stateIds } from '../../support/arbitrary.ts';

const id = fc.constantFrom(...stateIds, 'state:cow-260', 'person:xi-jinping', 'group:western-states');
const claim = fc.constantFrom('beijing-2025/joint-appearance', 'atop-5.1/3755', 'a/B:c.d_e');
const source = fc.constantFrom('https://example.org/a,b?c=%20d', 'https://example.org/,,', 'urn:x\\,y\\');
const list = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const whole = fc.integer({ min: -99_999, max: 99_999 });

const view: fc.Arbitrary<View> = fc.record({
  question: fc.option(fc.constantFrom('trilateral', 'hub-and-spoke')),
  filters: fc.record({
    states: fc.uniqueArray(id, { maxLength: 4 }),
    kind: list('summit', 'defence-pact', 'cameo-01'),
    nature: list(...natures),
    context: list(...contexts),
    modality: list(...modalities),
    sign: list(...signs),
    state: list(...states),
    commitment: fc.option(fc.integer({ min: 1, max: 7 })),
  }),
  options: fc.record({
    length: fc.option(fc.integer({ min: 1, max: 6 })),
    since: fc.option(day),
    knew: fc.option(day),
  }),
  lens: fc.tuple(lens, list('beijing-2025', 'atop-5.1')).map(([l, datasets]) => ({ ...l, datasets })),
  draw: fc.constantFrom(...draws),
  layout: fc.constantFrom(...layouts),
  allPairs: fc.boolean(),
  degree: fc.integer({ min: 1, max: 999 }),
  selection: fc.uniqueArray(fc.oneof(id, claim, source), { maxLength: 3 }),
  hide: list('sign:+', 'sign:-', 'sign:±', 'sign:0', 'context:military', 'confidence:unknown'),
  expand: fc.array(
    fc.record({ entity: id, kind: fc.constant('summit'), band: fc.constantFrom('high', 'unknown') }),
    {
      maxLength: 2,
    },
  ),
  moved: fc.dictionary(fc.oneof(id, claim), fc.tuple(whole, whole), { maxKeys: 3 }),
  saved: fc.option(fc.constantFrom('beijing-parade', '2018')),
});

describe('round trip', () => {
  test('every view survives its address', () => {
    fc.assert(
      fc.property(view, (v) => {
        const { view: read, errors } = fromSearch(toSearch(v));
        expect(errors).toEqual([]);
        expect(read).toEqual(v);
        expect(toSearch(read)).toBe(toSearch(v));
      }),
      { numRuns: 500 },
    );
  });

  test('the API reads the same filters and the same lens, and nothing of the page', () => {
    fc.assert(
      fc.property(view, (v) => {
        const { view: read, errors } = fromSearch(toSearch(v, 'api'), defaultView, 'api');
        expect(errors).toEqual([]);
        expect(read).toEqual({ ...defaultView, filters: v.filters, options: v.options, lens: v.lens });
      }),
    );
  });

  test('the default has no address', () => {
    expect(toSearch(defaultView)).toBe('');
    expect(fromSearch('')).toEqual({ view: defaultView, errors: [] });
  });
});

describe('an address that people write', () => {
  const read = (search: string) => fromSearch(search, defaultView, 'api');

  test('states by code, in any case', () => {
    expect(read('?states=chn,RUS,state:PRK,cow-260').view.filters.states).toEqual([
      'state:CHN',
      'state:RUS',
      'state:PRK',
      'state:cow-260',
    ]);
  });

  test('plus as a word, as a sign and as a form sends it', () => {
    for (const sign of ['plus', '%2B', '+'])
      expect(read(`sign=${sign}`).view.filters.sign, sign).toEqual(['+']);
    expect(read('sign=minus,both,none').view.filters.sign).toEqual(['-', '±', '0']);
  });

  test('on sets both days', () => {
    expect(read('on=2025-09-03').view.lens).toMatchObject({ from: '2025-09-03', until: '2025-09-03' });
  });

  test.each([
    ['threshold=101', 'threshold'],
    ['threshold=55.5', 'threshold'],
    ['threshold=high', 'threshold'],
    ['on=2025-02-30', 'on'],
    ['from=2025-09-03&until=2025-09-01', 'from'],
    ['on=2025-09-03&from=2025-09-01', 'on'],
    ['states=CHN&states=RUS', 'states'],
    ['colour=red', 'colour'],
    ['sel=state:CHN', 'sel'],
    ['commitment=8', 'commitment'],
    ['rule=mean', 'rule'],
    ['state=true', 'state'],
    ['dataset=No Such', 'dataset'],
  ])('%s is refused by name', (search, pointer) => {
    expect(read(search).errors.map((e) => e.pointer)).toContain(pointer);
  });

  test('what is wrong is left out, and the rest is read', () => {
    const { view: v, errors } = read('threshold=1000&states=CHN');
    expect(errors).toHaveLength(1);
    expect(v.lens.threshold).toBe(0);
    expect(v.filters.states).toEqual(['state:CHN']);
  });
});

test('every parameter says what it is, once', () => {
  expect(new Set(parameters.map((p) => p.key)).size).toBe(parameters.length);
  for (const p of parameters) expect(p.doc).not.toBe('');
  expect(View.safeParse(defaultView).success).toBe(true);
});
