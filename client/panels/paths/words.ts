// The words of the report on chains: a link, what is weakest, what would break a chain, and why there is none.
import type { Answer } from '../../../model/answer.ts';
import { isUncovered } from '../../../model/coverage.ts';
import type { Path, PathLink, Paths } from '../../../model/path.ts';
import { listed, many } from '../../../model/phrase.ts';
import { LONGEST, USUAL_LENGTH } from '../../../model/question.ts';
import type { View } from '../../../model/view.ts';
import { signWord, stateWord } from '../../canvas/chip.ts';
import { timeWords } from '../../days.ts';
import { clearConfidence, clearFilters, clearKnown, clearTime } from '../../steps.ts';

type Name = (id: string) => string;

/** One of two chains that go through the same claims by the same entities. */
export const keyOf = (path: Path): string => path.links.map((l) => `${l.claim} ${l.to}`).join(' ');

/** The claims of a chain, in its order. */
export const claimsOf = (path: Path): string[] => path.links.map((l) => l.claim);

/** `cooperation · contested · for 70`; the data set where the chain is of several. */
export function linkWords(link: PathLink, dataset: string | null): string {
  return [
    link.sign === null ? 'one acts for the other' : signWord[link.sign],
    stateWord[link.state],
    link.for === null ? 'confidence unknown' : `for ${link.for}`,
    ...(link.certainty === 'sure' ? [] : ['possible, by some reading of a date only']),
    ...(dataset === null ? [] : [`in ${dataset}`]),
  ].join(' · ');
}

/** `2 claims, across one and two, possible only`. */
export function chainWords(path: Path): string {
  return [
    many(path.links.length, 'claim'),
    ...(path.datasets.length > 1 ? [`across the data sets ${listed(path.datasets)}`] : []),
    ...(path.certainty === 'sure' ? [] : ['possible only']),
  ].join(', ');
}

/** What a chain stands on, each with the claims that it is said of. */
export interface Said {
  what: string;
  claims: readonly string[];
}

/** Its weakest link, what is unknown, contested or unverified in it, and what would break it. */
export function chainSaid(path: Path): Said[] {
  const { weakest, unknown, breaks, links } = path;
  const inState = (state: PathLink['state']) => [
    ...new Set(links.filter((l) => l.state === state).map((l) => l.claim)),
  ];
  return [
    ...(weakest.for === null ? [] : [{ what: `Weakest link, for ${weakest.for}`, claims: weakest.claims }]),
    ...(unknown.length === 0 ? [] : [{ what: 'Of unknown confidence', claims: unknown }]),
    ...(['contested', 'unverified'] as const)
      .map((state) => ({ what: stateWord[state], claims: inState(state) }))
      .filter((said) => said.claims.length > 0)
      .map(({ what, claims }) => ({ what: what.charAt(0).toUpperCase() + what.slice(1), claims })),
    breaks.threshold === null
      ? { what: 'Holds at every threshold', claims: [] }
      : { what: `Breaks at a confidence of ${breaks.threshold}, by`, claims: breaks.claims },
  ];
}

/** Something that keeps chains from being found, and what would take it away. */
interface Limit {
  text: string;
  label: string;
  step(view: View): View;
}

/** A view with another longest chain. */
export const setLength =
  (length: number) =>
  (view: View): View => ({
    ...view,
    options: { ...view.options, length: length === USUAL_LENGTH ? null : length },
  });

const endsOf = ({ from, to }: Paths, name: Name) => `${name(from)} and ${name(to)}`;

/** That no chain was found: a sentence, and the limits of the search and of the lens. */
export function noneWords(answer: Answer, paths: Paths, name: Name): { head: string; limits: Limit[] } {
  const { lens, filters } = answer;
  const ends = endsOf(paths, name);
  const time = timeWords(lens.from, lens.until);
  const { states: _, ...others } = filters;
  const isNarrowed = Object.values(others).some((f) => (Array.isArray(f) ? f.length > 0 : f !== null));
  const limits: (Limit | null)[] = [
    paths.longest < LONGEST
      ? {
          text: `Chains of at most ${many(paths.longest, 'claim')} were looked for.`,
          label: `Look for up to ${LONGEST} claims`,
          step: setLength(LONGEST),
        }
      : null,
    lens.threshold > 0 || lens.unknown === false || lens.origins > 1
      ? {
          text: `Only statements of a confidence of at least ${lens.threshold} count${answer.resolved.unknown ? '' : ', unknown ones do not'}${lens.origins > 1 ? `, and a claim needs ${lens.origins} origins` : ''}.`,
          label: 'Look at any confidence',
          step: clearConfidence,
        }
      : null,
    time === null
      ? null
      : { text: `${time}: claims of other days are left out.`, label: 'Look at any time', step: clearTime },
    lens.known === null
      ? null
      : { text: `As known on ${lens.known}.`, label: 'Look at what is known now', step: clearKnown },
    isNarrowed ? { text: 'Filters leave claims out.', label: 'Clear the filters', step: clearFilters } : null,
  ];
  return {
    head: isUncovered(answer)
      ? `Not covered: whether a chain of claims joins ${ends} is not told.`
      : `No chain of claims that stand joins ${ends}.`,
    limits: limits.filter((l) => l !== null),
  };
}

/** For who does not see the page. */
export function pathsAloud(answer: Answer, paths: Paths, name: Name): string {
  const [short] = paths.shortest;
  const [strong] = paths.strongest;
  if (short === undefined || strong === undefined) return noneWords(answer, paths, name).head;
  const all = new Set([...paths.shortest, ...paths.strongest].map(keyOf)).size;
  const weakest = strong.weakest.for === null ? 'unknown' : strong.weakest.for;
  return `${many(all, 'chain')} told between ${endsOf(paths, name)}: the shortest of ${many(short.links.length, 'claim')}, the weakest link of the strongest ${weakest}.`;
}
