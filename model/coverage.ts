// What the data sets of an answer cover of what was asked.
import type { CoverageLine } from './answer.ts';
import type { Coverage, Dataset } from './dataset.ts';
import type { ResolvedLens } from './lens.ts';
import { type Day, spellOf } from './time.ts';

/** What each data set covers of the kinds and the time asked about (MODEL.md section 4). */
export function coverageOf(
  datasets: readonly Dataset[],
  kinds: readonly string[],
  time: Pick<ResolvedLens, 'from' | 'until'>,
): CoverageLine[] {
  return datasets.map((dataset) => {
    const asked = kinds.length === 0 ? [null] : kinds;
    const covered = asked.map((kind) => best(dataset.coverage.map((c) => covers(c, kind, time))));
    const declares = dataset.coverage.length > 0;
    const used = dataset.coverage.filter((c) => asked.some((kind) => covers(c, kind, time) !== 'no'));
    return {
      dataset: dataset.id,
      title: dataset.title,
      covers: declares ? allOf(covered) : 'undeclared',
      exhaustive: used.length > 0 && used.every((c) => c.exhaustive),
      detail: dataset.coverage.map(told).join('; ') || 'It does not say what it covers.',
    };
  });
}

type Covers = Exclude<CoverageLine['covers'], 'undeclared'>;

const allOf = (covered: readonly Covers[]): Covers =>
  covered.every((c) => c === 'yes') ? 'yes' : covered.every((c) => c === 'no') ? 'no' : 'partly';

const best = (all: readonly Covers[]): Covers =>
  all.includes('yes') ? 'yes' : all.includes('partly') ? 'partly' : 'no';

/** @param kind null where any kind was asked for */
function covers(c: Coverage, kind: string | null, time: Pick<ResolvedLens, 'from' | 'until'>): Covers {
  const ofKind =
    c.kinds === undefined ? 'yes' : kind === null ? 'partly' : c.kinds.includes(kind) ? 'yes' : 'no';
  const inTime = coversTime(c, time.from, time.until);
  if (ofKind === 'no' || inTime === 'no') return 'no';
  return ofKind === 'yes' && inTime === 'yes' ? 'yes' : 'partly';
}

function coversTime(c: Coverage, from: Day | null, until: Day | null): Covers {
  const span = spellOf(c.from, c.until);
  if (from === null || until === null || span === null) return 'yes';
  if (span.startEarliest > until || span.endLatest < from) return 'no';
  return span.startEarliest <= from && span.endLatest >= until ? 'yes' : 'partly';
}

function told(c: Coverage): string {
  const time =
    c.from === undefined && c.until === undefined
      ? 'at all times'
      : c.from === c.until
        ? `on ${c.from}`
        : [
            ...(c.from === undefined ? [] : [`from ${c.from}`]),
            ...(c.until === undefined ? [] : [`until ${c.until}`]),
          ].join(' ');
  const kinds = c.kinds === undefined ? 'all kinds' : c.kinds.join(', ');
  return `${kinds}, ${time}${c.exhaustive ? ', exhaustive' : ''}${c.note === undefined ? '' : ` (${c.note})`}`;
}
