// Groups of an answer in words: what each is called, what it rests on, and in how many joint claims all of them act.
import type { Answer, Group } from './answer.ts';
import type { DatasetId } from './id.ts';
import { standing } from './judge.ts';
import { listed, many } from './phrase.ts';

type Told = Pick<Answer, 'question' | 'filters' | 'groups'>;

/** Whether the groups say more than the claims alone: one pair, or one three, that was asked for is no group to tell. */
export const tellsGroups = ({ question, groups }: Told): boolean =>
  groups.length > (['bilateral', 'trilateral'].includes(question.id) ? 1 : 0);

/**
 * What a group is called: `Russia, hub of China and North Korea`, `at least 3 principals`, `on the same side: China and India`.
 * @param name of an entity; of a kind where the groups are kinds
 */
export function groupName(
  { question, filters }: Told,
  key: readonly string[],
  name: (id: string) => string,
): string {
  const [first = '', ...rest] = key;
  const names = rest.map(name);
  switch (question.id) {
    case 'hub-and-spoke':
      return `${name(first)}, hub of ${listed(names)}`;
    case 'joint':
      return `${first === 'actors' ? 'all' : 'not all'} ${filters.states.length === 0 ? 'principals' : 'of them'} are actors`;
    case 'sizes':
      return first.endsWith('+')
        ? `at least ${many(Number(first.slice(0, -1)), 'principal')}`
        : many(Number(first), 'principal');
    case 'sides':
      return `on ${first === 'same' ? 'the same side' : 'opposite sides'}${names.length === 0 ? '' : `: ${listed(names)}`}`;
    default:
      return listed(key.map(name));
  }
}

/** `2 asserted, 1 contested at best`: what groups that stand rest on, each told apart; nothing where there are none. */
export function restWords(groups: readonly Pick<Group, 'rests'>[]): string {
  return standing
    .map((state) => [state, groups.filter((g) => g.rests === state).length] as const)
    .filter(([, n]) => n > 0)
    .map(([state, n]) => `${n.toLocaleString('en')} ${state}${state === 'asserted' ? '' : ' at best'}`)
    .join(', ');
}

/** `In 7 of the 9 claims that stand all of them are actors`, of one data set; null for other questions, or where none stands. */
export function actingWords(answer: Told, dataset: DatasetId): string | null {
  if (answer.question.id !== 'joint') return null;
  const own = answer.groups.filter((g) => g.dataset === dataset);
  const stand = own.reduce((n, g) => n + g.stands, 0);
  const acting = own.find((g) => g.key[0] === 'actors')?.stands ?? 0;
  const who = answer.filters.states.length === 0 ? 'principals' : 'of them';
  return stand === 0
    ? null
    : `In ${acting.toLocaleString('en')} of the ${many(stand, 'claim')} that ${stand === 1 ? 'stands' : 'stand'} all ${who} are actors`;
}
