// World time and knowledge time: EDTF text (ISO 8601-2) and what it can mean, as earliest and latest start and end.
import edtf, { Date as EdtfDay, Season } from 'edtf';
import * as z from 'zod';

/** A day, `YYYY-MM-DD`, years 0001 to 9999; days compare as texts. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as 2025-09-03')
  .refine((text) => toDay(Date.parse(`${text}T00:00:00Z`)) === text, 'there is no such day');
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

function readBounds(text: string): Bounds | null {
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
 *   with a range (`[..2025-09-03]`: on one day of it)
 * @param once whether a date of month or year precision is one day of it (an event) or all of it (the rest)
 * @returns its span, or null where the text is not a time that Entente reads
 * Source: MODEL.md section 4; EDTF level 1 with `[a..b]` of level 2.
 */
export function spanOf(text: string, once: boolean): Span | null {
  const set = /^\[(.*)\.\.(.*)\]$/.exec(text);
  if (set) return onOneDayOf(set[1] ?? '', set[2] ?? '');
  const slash = text.indexOf('/');
  if (slash >= 0) return throughout(text.slice(0, slash), text.slice(slash + 1));
  const date = boundsOf(text);
  if (date === null) return null;
  const { first, last, uncertain } = date;
  return once
    ? { startEarliest: first, startLatest: last, endEarliest: first, endLatest: last, uncertain }
    : { startEarliest: first, startLatest: first, endEarliest: last, endLatest: last, uncertain };
}

function onOneDayOf(from: string, until: string): Span | null {
  const a = from === '' ? { first: MIN_DAY, uncertain: false } : boundsOf(from);
  const b = until === '' ? { last: MAX_DAY, uncertain: false } : boundsOf(until);
  if (a === null || b === null || a.first > b.last) return null;
  const uncertain = a.uncertain || b.uncertain;
  return { startEarliest: a.first, startLatest: b.last, endEarliest: a.first, endLatest: b.last, uncertain };
}

function throughout(from: string, until: string): Span | null {
  const open = { first: MIN_DAY, last: MIN_DAY, uncertain: false };
  const a = from === '..' ? open : from === '' ? { ...open, last: MAX_DAY } : boundsOf(from);
  if (a === null) return null;
  const b =
    until === '..'
      ? { first: MAX_DAY, last: MAX_DAY, uncertain: false }
      : until === ''
        ? { first: a.first, last: MAX_DAY, uncertain: false } // an unknown end: any day from the start on
        : boundsOf(until);
  if (b === null || b.last < a.first) return null;
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

/** A single date in a file, for the start or the end of a spell. */
export const EdtfDate = z.string().refine((text) => boundsOf(text) !== null, {
  error: ({ input }) => noSuchDay(input) ?? 'not a date: write EDTF, such as 2025-09-03, 2025-09 or 2025',
});

/**
 * The span of a spell with its two ends apart.
 * @param from EDTF date, or undefined where it has always been
 * @param until EDTF date of the last day or its month or year, or undefined where it goes on
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
