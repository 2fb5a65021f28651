// The two days that the report on changes compares: what it opens with, and how the clocks are changed.
import { describe, expect, test } from 'vitest';
import {
  beforeLast,
  byClock,
  daysOf,
  ofKnowledge,
  ofWorld,
  setEarlier,
  setLater,
  wayOf,
} from '../../../client/between.ts';
import { today } from '../../../client/days.ts';
import type { Times } from '../../../model/api.ts';
import { defaultView, type View } from '../../../model/view.ts';

const times: Times = {
  extent: { from: '1990-01-01', until: '2008-07-24' },
  dated: 3,
  undated: 1,
  bars: [],
  marks: null,
  changes: ['1990-01-01', '2003-10-08', '2008-07-24'],
  known: { public: ['2020-05-01'], held: ['2026-01-01', '2026-03-01'] },
};
const view = (lens: Partial<View['lens']> = {}): View => ({
  ...defaultView,
  lens: { ...defaultView.lens, ...lens },
});

test('the day before the last change, so that this one is told', () => {
  expect(beforeLast(times.changes, '2008-07-24')).toBe('2008-07-23');
  expect(beforeLast(times.changes, '2008-07-23')).toBe('2003-10-07');
  expect(beforeLast(times.changes, '1980-01-01')).toBe(null);
});

describe('days of the world', () => {
  test('the last change before the day that is looked at, or before today', () => {
    expect(daysOf(ofWorld(times)(view({ from: '2005-01-01', until: '2005-01-01' })))).toEqual({
      earlier: '2003-10-07',
      later: '2005-01-01',
    });
    const open = ofWorld(times)(view());
    expect(daysOf(open)).toEqual({ earlier: '2008-07-23', later: today() });
    // The later day is in the view, so that its link tells the same tomorrow.
    expect(open.lens.until).toBe(today());
  });

  test('the range that is looked at', () => {
    const open = ofWorld(times)(view({ from: '1995-01-01', until: '2005-01-01' }));
    expect([open.options.since, open.lens.from, open.lens.until]).toEqual([
      '1995-01-01',
      '2005-01-01',
      '2005-01-01',
    ]);
  });

  test('none where nothing is dated', () => {
    expect(ofWorld(null)(view()).options.since).toBe(null);
  });
});

describe('days of knowledge', () => {
  test('by the clock of the view, with no day of the world', () => {
    const open = ofKnowledge(times)(
      view({ from: '2005-01-01', until: '2005-01-01', known: '2026-02-01', clock: 'held' }),
    );
    expect(wayOf(open)).toBe('knowledge');
    expect(daysOf(open)).toEqual({ earlier: '2025-12-31', later: '2026-02-01' });
    expect([open.lens.from, open.lens.until]).toEqual([null, null]);
    expect(daysOf(byClock('public', times)(open)).earlier).toBe('2020-04-30');
  });

  test('each day is set for itself', () => {
    const open = setLater('2026-05-01')(setEarlier('2026-01-05')(ofKnowledge(times)(view())));
    expect(daysOf(open)).toEqual({ earlier: '2026-01-05', later: '2026-05-01' });
    expect(open.options.since).toBe(null);
  });
});
