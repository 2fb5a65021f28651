// What the columns of a table are, by the names that are usual in the field and by what stands in them.
import type { CodeSystem } from '../../../model/mapping-values.ts';
import type { Sample } from './sniff.ts';
import { stateOf } from './states.ts';

/** Columns of a date: one, or year with month and day. */
export type DateColumns = { column: string } | { year: string; month?: string; day?: string };

export interface Guess {
  id: string | null;
  title: string | null;
  /** Whether several rows share an id. */
  isIdRepeated: boolean;
  /** Columns with one state each, two of a pair, numbered ones, or one with lists. */
  parties: { columns: string[]; as: CodeSystem; separator?: string; range?: string }[];
  isPair: boolean;
  from: DateColumns | null;
  until: DateColumns | null;
  date: DateColumns | null;
  role: string | null;
  side: string | null;
  confidence: string | null;
  credibility: string | null;
  kind: string | null;
}

const usual = {
  id: /^(.*id|.*num(ber)?\d?|.*no|version4id|crisno|rcid|globaleventid|event.?id)$/i,
  title: /^(title|name|short|label|event.?text|statenme\d?|dispname|warname)$/i,
  role: /^(role|parttype|part)$/i,
  side: /^(side|sidea|side_a|vote|whichside)$/i,
  confidence: /^(conf|confidence|certainty)$/i,
  credibility: /^(cred|credibility)$/i,
  kind: /^(kind|type|category|alliance_?type|treaty_?type|sstype|cameo.?code|eventcode)$/i,
  start:
    /^(st(art)?|beg(in|ins)?|s|yrent|moent|dayent|from|entry)_?(date|day|dy|d|month|mon|mo|m|year|yr|y)?$/i,
  end: /^(ends?|e|yrexit|moexit|dayexit|until|to|exit|term)_?(date|day|dy|d|month|mon|mo|m|year|yr|y)?$/i,
};
const year = /(year|yr|^.{0,5}y$)/i;
const month = /(month|mon|mo|^.{0,5}m$)/i;
const day = /(day|dy|^.{0,5}d$)/i;
const systems: CodeSystem[] = [
  'cow-number',
  'iso3',
  'cow-letters',
  'iso2',
  'iso-numeric',
  'fips',
  'wikidata',
  'name',
  'id',
];
/** Names of columns whose numbers are codes of states; any other column of small numbers would do otherwise. */
const stateColumn =
  /(ccode|cow|state|iso|country|member|mem\d|party|parties|actor|gwcode|gwno|target|source|signator|stnum|host|guest)/i;

/** Guesses what the columns mean; what is not found is null. */
export function guess(sample: Sample): Guess {
  const { columns, texts } = sample;
  const named = (pattern: RegExp, not: readonly (string | null)[] = []) =>
    columns.find((c) => pattern.test(c) && !not.includes(c) && (texts.get(c)?.length ?? 0) > 0) ?? null;
  const parties = partiesIn(sample);
  const taken = parties.flatMap((p) => p.columns);
  const id = named(usual.id, taken);
  const ids = id === null ? [] : (texts.get(id) ?? []);
  const date = columns.find(
    (c) => !taken.includes(c) && isDates(texts.get(c)) && /date|day|when|time/i.test(c),
  );
  return {
    id,
    title: named(usual.title, [...taken, id]),
    isIdRepeated: new Set(ids).size < ids.length,
    parties,
    isPair: parties.length === 1 && parties[0]?.columns.length === 2 && parties[0].range === undefined,
    from:
      dateOf(sample, usual.start, taken) ??
      (named(/^year$/i) === null ? null : { year: named(/^year$/i) ?? '' }),
    until: dateOf(sample, usual.end, taken),
    date: date === undefined || usual.start.test(date) || usual.end.test(date) ? null : { column: date },
    role: named(usual.role, taken),
    side: named(usual.side, taken),
    confidence: named(usual.confidence),
    credibility: named(usual.credibility),
    kind: named(usual.kind, taken),
  };
}

function partiesIn(sample: Sample): Guess['parties'] {
  const { columns, texts } = sample;
  const numbered = numberedIn(columns);
  if (numbered !== null) {
    const as = systemOf(numbered.columns.flatMap((c) => texts.get(c) ?? []));
    if (as !== null) return [{ ...numbered, as }];
  }
  const states = columns.flatMap((column) => {
    if (!stateColumn.test(column)) return [];
    const as = systemOf(texts.get(column) ?? []);
    return as === null ? [] : [{ column, as }];
  });
  const pair = states.find(({ column, as }) =>
    states.some((s) => s.as === as && s.column !== column && pairOf(column).includes(s.column)),
  );
  if (pair !== undefined) {
    const other = states.find((s) => s.as === pair.as && pairOf(pair.column).includes(s.column));
    return [{ columns: [pair.column, other?.column ?? ''], as: pair.as }];
  }
  const list = listIn(sample);
  if (list !== null) return [list];
  const best = systems.flatMap((as) => states.filter((s) => s.as === as))[0];
  return best === undefined ? [] : [{ columns: [best.column], as: best.as }];
}

/** The names that the second of a pair may have: ccode2 for ccode1, stateb for statea. */
function pairOf(column: string): string[] {
  const swaps: [RegExp, string][] = [
    [/1/, '2'],
    [/a$/, 'b'],
    [/A$/, 'B'],
    [/_o$/, '_d'],
    [/Source/, 'Target'],
    [/source/, 'target'],
  ];
  return swaps.flatMap(([from, to]) => (from.test(column) ? [column.replace(from, to)] : []));
}

/** Numbered columns, three or more: mem1, mem2, mem3. */
function numberedIn(columns: readonly string[]): { columns: string[]; range: string } | null {
  const stems = new Map<string, number[]>();
  for (const column of columns) {
    const [, stem, n] = /^(\D+)(\d+)$/.exec(column) ?? [];
    if (stem !== undefined && stateColumn.test(column))
      stems.set(stem, [...(stems.get(stem) ?? []), Number(n)]);
  }
  for (const [stem, numbers] of stems) {
    const most = Math.max(...numbers);
    if (numbers.length >= 3 && numbers.length === most && numbers[0] === 1)
      return { columns: numbers.map((n) => `${stem}${n}`), range: `${stem}1..${stem}${most}` };
  }
  return null;
}

function listIn({ columns, texts }: Sample): Guess['parties'][number] | null {
  for (const column of columns)
    for (const separator of [';', '|', ',']) {
      const cells = (texts.get(column) ?? []).filter((text) => text.includes(separator));
      if (cells.length === 0) continue;
      const as = systemOf(cells.flatMap((text) => text.split(separator).map((t) => t.trim())));
      if (as !== null) return { columns: [column], as, separator };
    }
  return null;
}

/** How the texts name states; null where most of them do not. */
function systemOf(texts: readonly string[]): CodeSystem | null {
  const different = [...new Set(texts)].slice(0, 400);
  if (different.length === 0) return null;
  const share = (as: CodeSystem) =>
    different.filter((text) => stateOf(text, [as]) !== null).length / different.length;
  const best = systems.map((as) => ({ as, share: share(as) })).reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= 0.6 ? best.as : null;
}

const isDates = (texts: readonly string[] | undefined) =>
  texts !== undefined &&
  texts.length > 0 &&
  texts
    .slice(0, 50)
    .every((t) =>
      /^\d{4}-\d{2}(-\d{2})?$|^[12]\d{3}(0[1-9]|1[0-2])([0-2]\d|3[01])$|^\d{1,2}\/\d{1,2}\/\d{4}$/.test(t),
    );

/** The columns of one end: a date, or year, month and day. */
function dateOf({ columns, texts }: Sample, which: RegExp, taken: readonly string[]): DateColumns | null {
  const of = columns.filter((c) => which.test(c) && !taken.includes(c));
  const whole = of.find((c) => isDates(texts.get(c)));
  if (whole !== undefined) return { column: whole };
  const isYears = (c: string) => (texts.get(c) ?? []).some((t) => /^\d{4}$/.test(t));
  const yearColumn = of.find((c) => year.test(c) && isYears(c)) ?? of.find(isYears);
  if (yearColumn === undefined) return null;
  const others = of.filter(
    (c) => c !== yearColumn && (texts.get(c) ?? []).every((t) => /^-?\d{1,2}$/.test(t)),
  );
  const monthColumn = others.find((c) => month.test(c));
  const dayColumn = others.find((c) => c !== monthColumn && day.test(c));
  return {
    year: yearColumn,
    ...(monthColumn === undefined ? {} : { month: monthColumn }),
    ...(dayColumn === undefined ? {} : { day: dayColumn }),
  };
}

/** Codes in columns of dates that are no dates, such as -9, 0 and 9999. */
export function oddCodes({ texts }: Sample, date: DateColumns | null): { missing: string[]; open: string[] } {
  if (date === null || 'column' in date) {
    const odd = date === null ? [] : (texts.get(date.column) ?? []).filter((t) => /^9999/.test(t));
    return { missing: [], open: [...new Set(odd)] };
  }
  const isCode = (t: string) => !/^\d+$/.test(t) || Number(t) === 0 || t === '9999';
  const of = (column: string | undefined) =>
    column === undefined ? [] : (texts.get(column) ?? []).filter(isCode);
  const open = new Set<string>(of(date.year).filter((t) => t === '0' || t === '9999'));
  const missing = new Set([...of(date.year), ...of(date.month), ...of(date.day)].filter((t) => !open.has(t)));
  return { missing: [...missing], open: [...open] };
}
