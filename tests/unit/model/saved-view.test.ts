// model/saved-view.ts: what a saved view may hold, what it opens, and what happened to a claim since.
import { describe, expect, test } from 'vitest';
import { toLink } from '../../../model/address.ts';
import {
  freeId,
  happenedTo,
  LONGEST_THUMBNAIL,
  likelihoods,
  SavedView,
  slugOf,
  type Verdict,
  ViewDraft,
  viewOf,
} from '../../../model/saved-view.ts';
import { defaultView } from '../../../model/view.ts';
import { savedView } from '../../support/saved-view.ts';

const said: Verdict = { state: 'asserted', for: 70, against: null, stands: true, hash: 'a', said: 'b' };

describe('what happened to a claim', () => {
  test.each([
    [said, said, []],
    [null, said, ['new']],
    [said, null, ['left']],
    [said, { ...said, state: 'contested' as const, against: 30 }, ['turned', 'graded']],
    [said, { ...said, stands: false }, ['turned']],
    [said, { ...said, for: 50 }, ['lowered']],
    [said, { ...said, for: 90 }, ['raised']],
    [{ ...said, for: null }, { ...said, for: 0 }, ['graded']],
    [said, { ...said, for: null }, ['ungraded']],
    [{ ...said, against: 10 }, { ...said, for: 60, against: 20 }, ['raised', 'lowered']],
    [said, { ...said, hash: 'c' }, ['rewritten']],
    [said, { ...said, said: 'c' }, ['other-statements']],
  ])('%j and then %j', (before, now, what) => {
    expect(happenedTo(before, now)).toEqual(what);
  });
});

describe('a saved view', () => {
  test('opens with what its address, its places and its id say', () => {
    const { id, places } = savedView;
    expect(viewOf(savedView)).toEqual({
      ...defaultView,
      question: 'trilateral',
      filters: { ...defaultView.filters, states: ['state:CHN', 'state:RUS', 'state:PRK'] },
      lens: { ...defaultView.lens, threshold: 40 },
      moved: places,
      saved: id,
    });
  });

  test.each<[string, object, RegExp]>([
    ['an address with a wrong parameter', { address: 'threshhold=4' }, /threshhold is not a parameter/],
    ['an address with a wrong value', { address: 'threshold=400' }, /from 0 to 100/],
    ['an address that leads to another saved view', { address: 'saved=other' }, /cannot lead to another/],
    ['an address with places', { address: 'at=CHN~1~2' }, /kept under places/],
    ['an id that is no slug', { id: 'Beijing parade' }, /beijing-parade/],
    ['a picture that is a page', { thumbnail: 'data:text/html;base64,PGI+' }, /PNG or an SVG/],
    [
      'a picture that is too large',
      { thumbnail: `data:image/png;base64,${'A'.repeat(LONGEST_THUMBNAIL)}` },
      /200000/,
    ],
    [
      'a likelihood that is no word of ICD 203',
      { judgement: { ...savedView.judgement, likelihood: 'probably' } },
      /almost no chance/,
    ],
    ['a judgement that nobody signed', { judgement: { ...savedView.judgement, signed: ' ' } }, /1/],
    ['a day that is none', { changed: '2025-02-30' }, /no such day/],
    ['a key that is not known', { judgment: 'x' }, /judgment/],
  ])('has not %s', (_, change, why) => {
    const parsed = SavedView.safeParse({ ...savedView, ...change });
    expect(parsed.error?.message ?? '').toMatch(why);
  });

  test('keeps a judgement apart from everything that is computed: a draft without one has none', () => {
    const { type, id, created, changed, judgement, made, ...draft } = savedView;
    expect(ViewDraft.parse(draft)).not.toHaveProperty('judgement');
  });

  test('likelihoods are those of ICD 203, from the least to the most, without a gap', () => {
    const ranges = Object.values(likelihoods);
    expect(ranges[0]?.[0]).toBe(1);
    expect(ranges.at(-1)?.[1]).toBe(99);
    for (const [i, [from]] of ranges.entries()) if (i > 0) expect(from).toBe(ranges[i - 1]?.[1]);
  });
});

test('an address names its states, also where there are none', () => {
  expect(toLink(defaultView)).toBe('states=');
  expect(toLink({ ...defaultView, draw: 'claims' })).toBe('states=&draw=claims');
  expect(toLink({ ...defaultView, filters: { ...defaultView.filters, states: ['state:CHN'] } })).toBe(
    'states=CHN',
  );
});

test('ids are made of titles, and none is given twice', () => {
  expect(slugOf('Beijing parade, 3 September 2025')).toBe('beijing-parade-3-september-2025');
  expect(slugOf('Défilé à Pékin!')).toBe('defile-a-pekin');
  expect(slugOf('北京')).toBe('view');
  expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
  expect(freeId('Parade', [])).toBe('parade');
  expect(freeId('Parade', ['parade', 'parade-2'])).toBe('parade-3');
});
