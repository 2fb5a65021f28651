// World time and knowledge time: EDTF text (ISO 8601-2) and what it can mean, as earliest and latest start and end.
import edtf, { Date as EdtfDay, Season } from 'edtf';
import * as z from 'zod';

/** A day, `YYYY-MM-DD`, years 0001 to 9999; days compare as texts. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as 2025-09-03')
  .refine((text) => isDay(text), 'there is no such day');
export type Day = z.infer<typeof Day>;

/** Stand for an open beginning and an open end. */
export const MIN_DAY = '0001-01-01';
export const MAX_DAY = '9999-12-31';

/**
 * Every reading of a time: it begins on some day from `startEarliest` to `startLatest` and ends, inclusive, on some
 * day from `endEarliest` to `endLatest`. `uncertain` is EDTF's `~`, `?` or `%`.
 */
export const Span = z.object({
  startEarliest: Day,
  startLatest: Day,
  endEarliest: Day,
  endLatest: Day,
  uncertain: z.boolean(),
});
export type Span = z.infer<typeof Span>;

function toDay(milliseconds: number): string | null {
  if (!Number.isFinite(milliseconds)) return null;
  const iso = new Date(milliseconds).toISOString();
  return iso.startsWith('-') || iso.startsWith('+') ? null : iso.slice(0, 10);
}

/** Whether a month has such a day. By numbers, for a load asks it of every date, and a `Date` that is written takes long. */
function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

const DAY_MS = 86_400_000;

/** A day as a whole number, so that days can be measured and handles move over them. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** The day `n` days after a day; the open ends stay what they are. */
export function addDays(day: Day, n: number): Day {
  if (day === MIN_DAY || day === MAX_DAY) return day;
  return toDay((dayNumber(day) + n) * DAY_MS) ?? day;
}

interface Bounds {
  first: Day;
  last: Day;
  uncertain: boolean;
}

/** Texts that were read: the same few days stand in thousands of claims, and reading one takes a millisecond. */
const read = new Map<string, Bounds | null>();
const READ_LIMIT = 20_000;

/** First and last day that one EDTF date (not an interval or a set) can mean; null where the text is not one. */
function boundsOf(text: string): Bounds | null {
  const known = read.get(text);
  if (known !== undefined) return known;
  const bounds = readBounds(text);
  if (read.size >= READ_LIMIT) read.clear();
  read.set(text, bounds);
  return bounds;
}

/** Days and months are most of all dates; the library reads every EDTF text, and takes a hundred times as long for it. */
function plainBounds(text: string): Bounds | null {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(text) || text < MIN_DAY.slice(0, text.length)) return null;
  const [first, last] =
    text.length === MIN_DAY.length
      ? [text, text]
      : [`${text}-01`, ['31', '30', '29', '28'].map((day) => `${text}-${day}`).find(isDay)];
  return last !== undefined && isDay(first) && isDay(last) ? { first, last, uncertain: false } : null;
}

/**
 * First and last day that one end of a time can mean: a date, or on which day it is told only within bounds. EDTF has no
 * word for such an end of an interval but an empty one; sets with a range are the nearest that it has.
 */
function endOf(text: string): Bounds | null {
  const set = SET.exec(text);
  if (set === null) return boundsOf(text);
  const a = set[1] === '' ? { first: MIN_DAY, uncertain: false } : boundsOf(set[1] ?? '');
  const b = set[2] === '' ? { last: MAX_DAY, uncertain: false } : boundsOf(set[2] ?? '');
  if (a === null || b === null || a.first > b.last) return null;
  return { first: a.first, last: b.last, uncertain: a.uncertain || b.uncertain };
}

const SET = /^\[([^/]*)\.\.([^/]*)\]$/;

function readBounds(text: string): Bounds | null {
  const plain = plainBounds(text);
  if (plain !== null) return plain;
  // The library takes a row of more than four digits for milliseconds since 1970: 20250903 is not a date in EDTF.
  if (text === '' || /[/[{,]|\.\.|^\d{5,}$/.test(text)) return null;
  try {
    const date = edtf(text);
    // Not by `date.type`: that is the name of its class, which does not survive a bundler.
    if (!(date instanceof EdtfDay || date instanceof Season)) return null;
    const first = toDay(date.min ?? Number.NaN);
    const last = toDay(date.max ?? Number.NaN);
    if (first === null || last === null || first < MIN_DAY) return null;
    return { first, last, uncertain: /[~?%]/.test(text) };
  } catch {
    return null;
  }
}

/**
 * What a time can mean.
 * @param text EDTF: a date (`2025-09-03`, `2025-09`, `2025?`), an interval (`2022/..`: it holds throughout) or a set
 *   with a range (`[..2025-09-03]`: on one day of it). An end of an interval may be such a set too, which EDTF has not:
 *   `1949/[2018-12-31..]` has an end that is not known, and is not before that day.
 * @param once whether a date of month or year precision is one day of it (an event) or all of it (the rest)
 * @returns its span, or null where the text is not a time that Entente reads
 * Source: MODEL.md section 4; EDTF level 1 with `[a..b]` of level 2.
 */
export function spanOf(text: string, once: boolean): Span | null {
  const slash = text.indexOf('/');
  if (slash >= 0) return throughout(text.slice(0, slash) || UNKNOWN, text.slice(slash + 1) || UNKNOWN);
  const date = endOf(text);
  if (date === null) return null;
  const { first, last, uncertain } = date;
  return once || text.startsWith('[')
    ? { startEarliest: first, startLatest: last, endEarliest: first, endLatest: last, uncertain }
    : { startEarliest: first, startLatest: first, endEarliest: last, endLatest: last, uncertain };
}

function throughout(from: string, until: string): Span | null {
  const a = from === '..' ? { first: MIN_DAY, last: MIN_DAY, uncertain: false } : endOf(from);
  const b = until === '..' ? { first: MAX_DAY, last: MAX_DAY, uncertain: false } : endOf(until);
  if (a === null || b === null) return null;
  if (b.last < a.first) return null;
  // No reading ends before it starts.
  const startLatest = a.last < b.last ? a.last : b.last;
  const endEarliest = b.first > a.first ? b.first : a.first;
  return {
    startEarliest: a.first,
    startLatest,
    endEarliest,
    endLatest: b.last,
    uncertain: a.uncertain || b.uncertain,
  };
}

/** A text that is written as a day, and whose month has no such day. */
const noSuchDay = (input: unknown) =>
  /^\d{4}-\d{2}-\d{2}$/.test(String(input)) ? 'there is no such day' : null;

/** A time in a file: EDTF text that Entente reads. */
export const EdtfText = z.string().refine((text) => spanOf(text, true) !== null, {
  error: ({ input }) =>
    noSuchDay(input) ?? 'not a time: write EDTF, such as 2025-09-03, 2025-09, 2022/.. or [..2025-09-03]',
});

/** A single date in a file, such as the first day that a data set covers. */
export const EdtfDate = z.string().refine((text) => boundsOf(text) !== null, {
  error: ({ input }) => noSuchDay(input) ?? 'not a date: write EDTF, such as 2025-09-03, 2025-09 or 2025',
});

/** The end of a spell of which no day is known; it is not one that has not come. */
export const UNKNOWN = '[..]';

/** A spell as EDTF has it: what is left out is open, what is not known is empty. */
export function spellText(from: string | undefined, until: string | undefined): string {
  const [start, end] = [from ?? '..', until ?? '..'].map((text) => (text === UNKNOWN ? '' : text));
  return `${start}/${end}`;
}

/** The start or the end of a spell in a file: a date, or bounds of one that is not known. */
export const EdtfEnd = z.string().refine((text) => endOf(text) !== null, {
  error: ({ input }) =>
    noSuchDay(input) ??
    `not a date: write EDTF, such as 2025-09-03, 2025-09 or 2025; "[2018-12-31..]" where it is not before a day, "${UNKNOWN}" where it is not known`,
});

/**
 * The span of a spell with its two ends apart.
 * @param from EDTF date, bounds of one (`[..2025]`, `[..]`), or undefined where it has always been
 * @param until the same of the last day or its month or year; undefined where it goes on
 * @returns null where a text is not a date, or every reading ends before it starts
 */
export function spellOf(from: string | undefined, until: string | undefined): Span | null {
  return throughout(from ?? '..', until ?? '..');
}

/** How a claim about a day or a range is answered: by every reading, by some, or by none. */
export type Certainty = 'sure' | 'possible' | 'no';

/** Whether a span meets the days from `from` to `until`, both inclusive. */
export function meets(span: Span, from: Day, until: Day): Certainty {
  if (span.startEarliest > until || span.endLatest < from) return 'no';
  if (span.uncertain || span.startLatest > until || span.endEarliest < from) return 'possible';
  return 'sure';
}
