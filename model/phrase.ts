// Phrases that sentences are made of: lists, names and counts in words.
import type { Answer, Count } from './answer.ts';
import type { Confidence } from './confidence.ts';
import { notStanding } from './count.ts';
import { type EntityId, shortState } from './id.ts';

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** The English name of an entity of an answer, else its code. */
export function nameOf(answer: Pick<Answer, 'entities'>, id: EntityId): string {
  return answer.entities.find((e) => e.id === id)?.names.en ?? shortState(id);
}

export const namesOf = (answer: Pick<Answer, 'entities'>, ids: readonly EntityId[]): string[] =>
  ids.map((id) => nameOf(answer, id));

/** `1 claim`, `2 claims`. */
export const many = (n: number, one: string, more = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : more}`;

/**
 * A number for or against a claim: a dash where no such statement counts, `unknown` where one does and none has a number.
 * @param origins of that side
 */
export const numberWords = (confidence: Confidence, origins: number): string =>
  confidence !== null ? String(confidence) : origins === 0 ? '–' : 'unknown';

const told = (names: readonly (readonly [number, string])[]) =>
  names.filter(([n]) => n > 0).map(([n, name]) => `${n.toLocaleString('en')} ${name}`);

/**
 * `4 stand (3 asserted, 1 contested), 1 does not (1 denied)`; what does not stand is never in a sum with what stands.
 * @param none what is said where none stands
 */
export function counted(count: Count, none = 'none stands'): string {
  const stand = [...told([[count.asserted, 'asserted']]), ...doubted(count)];
  const not = told([
    [count.unevidenced, 'looked for and not found'],
    [count.denied, 'denied'],
    [count.open, 'open'],
    [count.tooFewOrigins, 'of too few origins'],
  ]);
  const fallen = notStanding(count);
  const beside = besides(count);
  return [
    count.stands === 0
      ? none
      : `${count.stands.toLocaleString('en')} ${count.stands === 1 ? 'stands' : 'stand'}${stand.length === 0 ? '' : ` (${stand.join(', ')})`}`,
    ...(fallen === 0
      ? []
      : [`${fallen.toLocaleString('en')} ${fallen === 1 ? 'does' : 'do'} not (${not.join(', ')})`]),
    ...(beside.length === 0 ? [] : [`beside them ${listed(beside)}`]),
  ].join(', ');
}

/** How many of those that stand are in doubt. */
export const doubted = (count: Count): string[] =>
  told([
    [count.contested, 'contested'],
    [count.unverified, 'unverified'],
  ]);

/** What is neither among what stands nor among what does not. */
export const besides = (count: Count): string[] =>
  told([
    [count.possible, 'possible by some reading of a date'],
    [count.undated, 'without a date'],
    [count.out, 'of which no statement counts'],
  ]);

/**
 * The same said of each data set; nothing is summed over them. A data set that has nothing to say is silent where it
 * does not cover what was asked, or does not say what it covers: that is never none.
 * @param say what is so in a data set; null where there is nothing
 * @param nothing what is so where there is nothing
 */
export function byDataset(
  answer: Pick<Answer, 'datasets' | 'coverage'>,
  say: (dataset: string) => string | null,
  nothing: string,
): string {
  const covers = (id: string) =>
    answer.coverage.some((line) => line.dataset === id && ['yes', 'partly'].includes(line.covers));
  const all = answer.datasets
    .map(({ id }) => ({ id, text: say(id) ?? (covers(id) ? nothing : null) }))
    .filter((d) => d.text !== null);
  if (all.length === 0) return 'no data set that covers this has any';
  const [only] = all;
  if (only !== undefined && all.length === 1) return `${only.text}, in ${only.id}`;
  const texts = [...new Set(all.map((d) => d.text))];
  return texts
    .map((text) => `in ${listed(all.filter((d) => d.text === text).map((d) => d.id))}: ${text}`)
    .join('; ');
}

/** Whether there is nothing at all to tell of. */
export const isEmpty = (count: Count | undefined): boolean =>
  count === undefined || count.stands + notStanding(count) + count.possible + count.undated + count.out === 0;
