// Generators for property tests: days, times, claims, statements, sources, lenses, whole data sets. Small domains, so
// that dates, parties and origins meet often.
import fc from 'fast-check';
import { ABSTAIN, type Claim, modalities, type Party } from '../../model/claim.ts';
import { markings } from '../../model/confidence.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Entity } from '../../model/entity.ts';
import type { Entry } from '../../model/entry.ts';
import { defaultLens, type Lens } from '../../model/lens.ts';
import type { Source } from '../../model/source.ts';
import { bases, type Statement, stances } from '../../model/statement.ts';
import { addDays, type Day, spellOf } from '../../model/time.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';

/** An object without the keys whose value is undefined: absent and not there are one thing in an entry. */
const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** A day of a few weeks around the turn of the year 2017 to 2018. */
export const day: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2017-12-12', n));

/** A single EDTF date of any precision, also an uncertain one. */
export const edtfDate = fc.oneof(
  { weight: 5, arbitrary: day },
  fc.constantFrom('2017-12', '2018-01', '2017', '2018', '2018?', '2017-12~'),
  day.map((d) => `${d}~`),
);

/** An end of a spell or an interval: also one that is not known, or only within bounds. */
const edtfEnd = fc.oneof(
  { weight: 5, arbitrary: edtfDate },
  fc.constantFrom('[..]', '[..]', '[2017..]', '[..2018]'),
  day.map((d) => `[${d}..]`),
  day.map((d) => `[..${d}]`),
  fc
    .tuple(day, day)
    .filter(([a, b]) => a <= b)
    .map(([a, b]) => `[${a}..${b}]`),
);

const ordered = (a: string, b: string) => spellOf(a, b) !== null;

/** World time: dates, intervals with open and unknown ends, one day of several. */
export const edtfText = fc.oneof(
  edtfDate,
  fc
    .tuple(edtfEnd, edtfEnd)
    .filter(([a, b]) => ordered(a, b))
    .map(([a, b]) => `${a}/${b}`),
  edtfDate.map((d) => `${d}/..`),
  edtfDate.map((d) => `../${d}`),
  edtfDate.map((d) => `${d}/`),
  fc
    .tuple(day, day)
    .filter(([a, b]) => a <= b)
    .map(([a, b]) => `[${a}..${b}]`),
  day.map((d) => `[${d}..]`),
  day.map((d) => `[..${d}]`),
);

const confidence = fc.oneof(
  fc.constant(null),
  fc.constantFrom(0, 1, 29, 30, 50, 70, 100),
  fc.integer({ min: 0, max: 100 }),
);

const marking = fc.option(fc.constantFrom(...markings), { nil: undefined, freq: 2 });

/** Seven states, so that claims share parties. */
export const stateIds = ['CHN', 'RUS', 'PRK', 'USA', 'JPN', 'IND', 'UKR'].map((code) => `state:${code}`);

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).map((t) => `t${t.trim()}`),
  fc.constantFrom(
    'Füße',
    'a: b # c',
    '"quoted" \'twice\'',
    '- dash',
    'null',
    '漢字',
    'two\nlines',
    'a,b;c\td',
  ),
);

const lists = (vocabulary: Vocabulary) => ({
  kinds: [...vocabulary.kinds.keys()],
  roles: [...vocabulary.roles.keys()],
});

function party(vocabulary: Vocabulary): fc.Arbitrary<Party> {
  return fc
    .record({
      entity: fc.constantFrom(...stateIds),
      role: fc.constantFrom(...lists(vocabulary).roles),
      part: fc.option(fc.constantFrom('actor' as const, 'addressee' as const, 'affected' as const), {
        nil: undefined,
        freq: 2,
      }),
      side: fc.option(fc.constantFrom('yes', 'no', ABSTAIN), { nil: undefined, freq: 2 }),
      spell: fc.option(
        fc
          .record({ from: maybe(edtfEnd), until: maybe(edtfEnd) })
          .filter((s) => ordered(s.from ?? '0001', s.until ?? '9999')),
        { nil: undefined, freq: 2 },
      ),
    })
    .map(({ spell, ...rest }) => compact({ ...rest, ...spell }));
}

/** What a data set keeps beside the model. */
const free = fc.dictionary(
  fc.constantFrom('goldstein', 'code', 'flag', 'remark'),
  fc.oneof(text, fc.integer({ min: -1000, max: 1000 }), fc.boolean(), fc.constantFrom(0.5, -8.25)),
  { minKeys: 1, maxKeys: 3 },
);

/** A claim of a data set. @param own its own id */
function claim(vocabulary: Vocabulary, dataset: string, own: string): fc.Arbitrary<Claim> {
  return fc
    .record({
      title: text,
      short: maybe(text),
      kinds: fc.uniqueArray(fc.constantFrom(...lists(vocabulary).kinds), { minLength: 1, maxLength: 3 }),
      when: fc.option(edtfText, { nil: undefined, freq: 4 }),
      modality: fc.constantFrom(...modalities),
      incomplete: fc.boolean(),
      parties: fc.array(party(vocabulary), { minLength: 1, maxLength: 5 }),
      note: maybe(text),
      properties: maybe(free),
    })
    .map((c) => compact({ type: 'claim' as const, id: `${dataset}/${own}`, ...c }));
}

/** A statement on a claim by one of some sources. */
function statement(claimId: string, sources: readonly string[]): fc.Arbitrary<Statement> {
  return fc
    .record({
      source: fc.constantFrom(...sources),
      stance: fc.constantFrom(...stances),
      confidence,
      word: maybe(text),
      likelihood: maybe(fc.constant('likely')),
      credibility: maybe(
        fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, 6 as const),
      ),
      assessedBy: maybe(fc.constantFrom('source' as const, 'coder' as const, 'analyst' as const)),
      attributedTo: maybe(fc.constantFrom(...stateIds)),
      origin: maybe(fc.constantFrom('agency', 'ministry')),
      basis: fc.constantFrom(...bases),
      asOf: maybe(edtfText),
      quote: maybe(fc.record({ exact: text, prefix: maybe(text), suffix: maybe(text) }).map(compact)),
      locator: maybe(text),
      recordedAt: maybe(day),
      supersededAt: fc.option(day, { nil: undefined, freq: 2 }),
      marking,
      note: maybe(text),
      properties: maybe(free),
    })
    .map((s) => compact({ type: 'statement' as const, claim: claimId, ...s }));
}

/** A source of a data set. */
function source(dataset: string, id: string): fc.Arbitrary<Source> {
  return fc
    .record({
      title: text,
      publisher: maybe(text),
      published: maybe(edtfText),
      licence: maybe(text),
      citation: maybe(text),
      reliability: maybe(fc.constantFrom('A' as const, 'C' as const, 'F' as const)),
      marking,
      note: maybe(text),
    })
    .map((s) => compact({ type: 'source' as const, id, dataset, ...s }));
}

/** Any lens over all data sets. */
export const lens: fc.Arbitrary<Lens> = fc
  .record({
    threshold: fc.oneof(fc.constantFrom(0, 30, 50, 100), fc.integer({ min: 0, max: 100 })),
    unknown: fc.option(fc.boolean()),
    rule: fc.constantFrom('highest' as const, 'lowest' as const),
    origins: fc.constantFrom(1, 1, 1, 2, 3),
    from: fc.option(day),
    until: fc.option(day),
    over: fc.constantFrom('day' as const, 'life' as const, null),
    known: fc.option(day),
    clock: fc.constantFrom('public' as const, 'held' as const),
    marking: fc.option(fc.constantFrom(...markings), { freq: 4 }),
    onOneDay: fc.boolean(),
  })
  .map(({ onOneDay, ...l }) => ({ ...defaultLens, ...l, ...(onOneDay ? { until: l.from } : {}) }))
  .filter((l) => l.from === null || l.until === null || l.from <= l.until);

/** A small data set, whole and without a dangling reference: itself, its sources, entities, claims and statements. */
export function dataset(
  vocabulary: Vocabulary,
  id: string,
  size: { min: number; max: number } = { min: 1, max: 6 },
): fc.Arbitrary<Entry[]> {
  const sources = [`https://example.org/${id}/1`, `https://example.org/${id}/2`];
  const head: fc.Arbitrary<Dataset> = fc
    .record({
      title: text,
      short: maybe(text),
      licence: maybe(text),
      coder: maybe(text),
      description: maybe(text),
      properties: maybe(free),
    })
    .map((d) => compact({ type: 'dataset' as const, id, coverage: [], ...d }));
  const person: Entity = {
    type: 'entity',
    id: `person:speaker-of-${id}`,
    dataset: id,
    label: 'Person',
    names: { en: 'A Speaker' },
    represents: [{ entity: stateIds[0] ?? '', office: 'speaker' }],
  };
  const claims = fc.integer(size).chain((n) =>
    fc.tuple(
      ...Array.from({ length: n }, (_, i) =>
        claim(vocabulary, id, `c${i}`).chain((c) =>
          fc
            .uniqueArray(statement(c.id, sources), {
              minLength: 1,
              maxLength: 4,
              selector: (s) => JSON.stringify(s),
            })
            .map((statements) => [c, ...statements] as Entry[]),
        ),
      ),
    ),
  );
  return fc
    .tuple(head, fc.tuple(...sources.map((s) => source(id, s))), claims)
    .map(([d, s, c]) => [d, ...s, person, ...c.flat()]);
}
