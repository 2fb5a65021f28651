// What the data sets of an answer cover of what was asked: outside of it their silence says nothing, and no number stands for it.
import type { Answer, CoverageLine } from './answer.ts';
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

/** Said of a data set that declares no coverage: whether it looked for what was asked is not known. */
export const UNDECLARED = 'does not say what it covers';

type Told = Pick<Answer, 'coverage'>;

/**
 * Whether what was asked lies outside of all that is covered: then there is no "none" and no 0.
 * @param set only what this data set covers
 */
export function isUncovered(answer: Told | null, set?: string): boolean {
  if (answer === null) return false;
  const coverage = answer.coverage.filter((line) => set === undefined || line.dataset === set);
  const covers = (line: CoverageLine) => line.covers !== 'no' && line.covers !== 'undeclared';
  return coverage.some((line) => line.covers === 'no') && !coverage.some(covers);
}

/** Whether none of the data sets looked at says what it covers: a 0 is then no "none" either. */
export const isUndeclared = (answer: Told, set?: string): boolean =>
  answer.coverage
    .filter((line) => set === undefined || line.dataset === set)
    .every((line) => line.covers === 'undeclared');

/** What is said where nothing is found, as a sentence: outside of all that is covered that is no "none". */
export const orUncovered = (answer: Told, none: string): string =>
  isUncovered(answer) ? 'Not covered.' : none;

/** None is said only of what is covered, and only by a data set that tells all of it. */
export function nothingWords(answer: Told, dataset?: string): string {
  if (isUncovered(answer, dataset)) return 'Not covered';
  if (isUndeclared(answer, dataset)) return `None told: it ${UNDECLARED}`;
  const lines = answer.coverage.filter((line) => dataset === undefined || line.dataset === dataset);
  return lines.every((line) => line.exhaustive) ? 'None' : 'None told';
}
