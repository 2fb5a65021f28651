// model/time.ts: what EDTF texts can mean, by hand, and what holds for all of them.
/// <reference path="../../../model/edtf.d.ts" />
import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  Day,
  EdtfDate,
  EdtfEnd,
  EdtfText,
  meets,
  spanOf,
  spellOf,
  spellText,
} from '../../../model/time.ts';
import { day, edtfText } from '../../support/arbitrary.ts';

const told = (text: string, once: boolean) => {
  const span = spanOf(text, once);
  if (span === null) return null;
  const { startEarliest, startLatest, endEarliest, endLatest, uncertain } = span;
  return [startEarliest, startLatest, endEarliest, endLatest, ...(uncertain ? ['uncertain'] : [])].join(' ');
};

describe('what a time can mean', () => {
  test.each([
    ['2025-09-03', '2025-09-03 2025-09-03 2025-09-03 2025-09-03'],
    ['2025-09', '2025-09-01 2025-09-30 2025-09-01 2025-09-30'],
    ['2024-02', '2024-02-01 2024-02-29 2024-02-01 2024-02-29'],
    ['2025', '2025-01-01 2025-12-31 2025-01-01 2025-12-31'],
    ['1949/[2018-12-31..]', '1949-01-01 1949-12-31 2018-12-31 9999-12-31'],
    ['[..2000]/[2010..]', '0001-01-01 2000-12-31 2010-01-01 9999-12-31'],
    ['/2010', '0001-01-01 2010-12-31 2010-01-01 2010-12-31'],
    ['2020/[..2019]', null],
    ['2025-09-03~', '2025-09-03 2025-09-03 2025-09-03 2025-09-03 uncertain'],
    ['2025?', '2025-01-01 2025-12-31 2025-01-01 2025-12-31 uncertain'],
    ['2022/..', '2022-01-01 2022-12-31 9999-12-31 9999-12-31'],
    ['../2022', '0001-01-01 0001-01-01 2022-01-01 2022-12-31'],
    ['2022-01-01/', '2022-01-01 2022-01-01 2022-01-01 9999-12-31'],
    ['2020-05-01/2021', '2020-05-01 2020-05-01 2021-01-01 2021-12-31'],
    ['[2025-09-01..2025-09-03]', '2025-09-01 2025-09-03 2025-09-01 2025-09-03'],
    ['[..2025-09-03]', '0001-01-01 2025-09-03 0001-01-01 2025-09-03'],
    ['[2025-09-03..]', '2025-09-03 9999-12-31 2025-09-03 9999-12-31'],
  ])('an event at %s', (text, span) => {
    expect(told(text, true)).toBe(span);
  });

  test('of month or year precision is all of it for what is no event', () => {
    expect(told('2025-09', false)).toBe('2025-09-01 2025-09-01 2025-09-30 2025-09-30');
    expect(told('2025', false)).toBe('2025-01-01 2025-01-01 2025-12-31 2025-12-31');
  });

  test('no reading ends before it starts', () => {
    expect(told('2022/2022', false)).toBe('2022-01-01 2022-12-31 2022-01-01 2022-12-31');
    expect(told('2022-06-01/2022', false)).toBe('2022-06-01 2022-06-01 2022-06-01 2022-12-31');
  });

  test.each([
    '',
    'yesterday',
    '2025-02-30',
    '2025-13',
    '03.09.2025',
    '2025-09-04/2025-09-03',
    '[2025..2024]',
    '20250903',
    '20250903/..',
    '[..20250903]',
    '[2025/2026..]',
    '[a..]/2025',
  ])('nothing: %s', (text) => {
    expect(spanOf(text, true)).toBeNull();
    expect(EdtfText.safeParse(text).success).toBe(false);
  });

  test('an end of a spell may be one that is not known, or only within bounds', () => {
    for (const text of ['2025-09', '[2018-12-31..]', '[..2025]', '[2018..2020-05]', '[..]'])
      expect(EdtfEnd.safeParse(text).success).toBe(true);
    for (const text of ['2022/..', '..', '', '[2025-02-30..]', '[2025..2024]'])
      expect(EdtfEnd.safeParse(text).success).toBe(false);
    expect(EdtfEnd.safeParse('unknown').error?.issues[0]?.message).toMatch(
      /"\[\.\.\]" where it is not known/,
    );
    expect(spellText('2000', '[..]')).toBe('2000/');
    expect(spellText('[..]', undefined)).toBe('/..');
  });

  test('a date of a coverage is one date, not an interval', () => {
    expect(EdtfDate.safeParse('2025-09').success).toBe(true);
    for (const text of ['2022/..', '[..2025]', '', '2025-02-30'])
      expect(EdtfDate.safeParse(text).success).toBe(false);
  });
});

test('a spell with an end left out goes on, or has always been', () => {
  expect(spellOf('2022-01-01', undefined)).toMatchObject({
    startEarliest: '2022-01-01',
    endEarliest: '9999-12-31',
  });
  expect(spellOf(undefined, '2022-01-01')).toMatchObject({
    startLatest: '0001-01-01',
    endLatest: '2022-01-01',
  });
  expect(spellOf('2022-01-02', '2022-01-01')).toBeNull();
});

test('a spell whose end is not known is sure on no day after its start', () => {
  const on = (from: string | undefined, until: string | undefined, day: string) => {
    const span = spellOf(from, until);
    return span === null ? null : meets(span, day, day);
  };
  expect(['2000-01-01', '2000-01-02', '2030-01-01'].map((d) => on('2000-01-01', '[..]', d))).toEqual([
    'sure',
    'possible',
    'possible',
  ]);
  expect(['1900-01-01', '2010-06-01', '2010-06-02'].map((d) => on('[..]', '2010-06-01', d))).toEqual([
    'possible',
    'sure',
    'no',
  ]);
  expect(['2018-12-31', '2019-01-01'].map((d) => on('2000', '[2018-12-31..]', d))).toEqual([
    'sure',
    'possible',
  ]);
  expect(on('[..]', '[..]', '2000-01-01')).toBe('possible');
});

test('days', () => {
  expect(Day.safeParse('2024-02-29').success).toBe(true);
  for (const text of ['2025-02-29', '2025-9-3', '2025', '2025-00-10'])
    expect(Day.safeParse(text).success).toBe(false);
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
  expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
  expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
  expect(addDays('0001-01-01', 1)).toBe('0001-01-01');
});

describe('whether it meets some days', () => {
  const at = (text: string, from: string, until = from) => {
    const span = spanOf(text, true);
    return span === null ? null : meets(span, from, until);
  };
  test('by every reading, by some, by none', () => {
    expect(at('2025-09', '2025-09-10')).toBe('possible');
    expect(at('2025-09', '2025-09-01', '2025-09-30')).toBe('sure');
    expect(at('2025-09', '2025-08-31')).toBe('no');
    expect(at('2025-09', '2025-10-01')).toBe('no');
    expect(at('2025-09-03/2025-09-05', '2025-09-05')).toBe('sure');
    expect(at('2025-09-03~', '2025-09-03')).toBe('possible');
  });
});

describe('for every time', () => {
  test('the readings are in order', () => {
    fc.assert(
      fc.property(edtfText, fc.boolean(), (text, once) => {
        const span = spanOf(text, once);
        if (span === null) throw new Error(`${text} is not read`);
        expect(span.startEarliest <= span.startLatest).toBe(true);
        expect(span.endEarliest <= span.endLatest).toBe(true);
        expect(span.startEarliest <= span.endEarliest).toBe(true);
        expect(span.startLatest <= span.endLatest).toBe(true);
      }),
    );
  });

  test('what is sure of a day is sure of every range around it, and what a range has not no day of it has', () => {
    fc.assert(
      fc.property(edtfText, day, day, day, (text, ...days) => {
        const span = spanOf(text, true);
        const [from = '', on = '', until = ''] = days.sort();
        if (span === null) return;
        if (meets(span, on, on) === 'sure') expect(meets(span, from, until)).toBe('sure');
        if (meets(span, from, until) === 'no') expect(meets(span, on, on)).toBe('no');
      }),
    );
  });
});

test('days and months are read as the library of EDTF reads them', () => {
  const number = (max: number, digits: number) =>
    fc.integer({ min: 0, max }).map((n) => String(n).padStart(digits, '0'));
  const parts = fc.tuple(number(9999, 4), number(14, 2), fc.option(number(32, 2)));
  const ends = (text: string) => {
    try {
      const { min, max } = edtf(text);
      const [first, last] = [min, max].map((ms) => new Date(ms ?? Number.NaN).toISOString().slice(0, 10));
      return first === undefined || first < '0001' ? null : `${first} ${last}`;
    } catch {
      return null;
    }
  };
  fc.assert(
    fc.property(parts, ([year, month, of]) => {
      const text = of === null ? `${year}-${month}` : `${year}-${month}-${of}`;
      const span = spanOf(text, true);
      expect(span === null ? null : `${span.startEarliest} ${span.endLatest}`).toBe(ends(text));
    }),
    { numRuns: 300 },
  );
});
