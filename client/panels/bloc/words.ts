// The words of the report: what a joint claim does, a commitment, a step, why a triad cannot be told. No word judges.
import type { BlocPart, FiltrationStep, JointClaim, PairTies, Triad } from '../../../model/bloc.ts';
import { rungWords } from '../../../model/commitment.ts';
import { listed, many } from '../../../model/phrase.ts';
import { certaintyTable } from '../../canvas/encoding.ts';

type Name = (id: string) => string;

/** `commitment 5`, or that there is none. */
export const commitmentShort = (commitment: number | null): string =>
  commitment === null ? 'no commitment' : `commitment ${commitment}`;

/** `Commitment 5, neutrality or non-aggression pact`. */
export const commitmentWords = (commitment: number): string =>
  `Commitment ${commitment}, ${rungWords[commitment]}`;

/** `All claims`, `Commitment 2 and deeper, and the same for 3`. */
export function levelWords(commitments: readonly (number | null)[]): string {
  const [first, ...more] = commitments;
  const rungs = more.filter((c) => c !== null).map(String);
  const same = rungs.length === 0 ? '' : `, and the same for ${listed(rungs)}`;
  return `${first == null ? 'All claims' : `Commitment ${first} and deeper`}${same}`;
}

/** `China – Russia`. */
export const pairName = (pair: readonly string[], name: Name): string => pair.map(name).join(' – ');

const does = {
  '+': 'each to each by cooperation',
  '-': 'each to each by conflict',
  '0': 'nobody: it is neutral',
};

/** What a claim of all of them does to them, and who else is in it: one phrase each. */
export function joiningWords(c: JointClaim, stands: boolean, name: Name): string[] {
  const ties = stands ? 'ties' : 'would tie';
  const n = c.others.length;
  const alike = c.joins === '0' ? 0 : c.alike.length;
  const these = alike < n ? `${alike} of these` : n === 1 ? 'it' : 'these';
  const against = c.rivals.filter((id) => !c.alike.includes(id));
  return [
    ...(c.certainty === 'sure'
      ? []
      : [`${certaintyTable[c.certainty].word}, ${certaintyTable[c.certainty].why}`]),
    c.joins === null ? `${stands ? 'does' : 'would'} not tie all of them` : `${ties} ${does[c.joins]}`,
    c.acting ? 'all of them act in it' : 'not all of them act in it',
    n === 0
      ? 'nobody else is in it'
      : `${many(n, 'other is', 'others are')} in it: ${listed(c.others.map(name))}`,
    ...(alike === 0 || (stands && c.joins === '+')
      ? []
      : [`it ${ties} ${these} to them as it ${ties} them to each other`]),
    ...(against.length === 0 ? [] : [`tied negatively with some of them: ${listed(against.map(name))}`]),
  ];
}

/**
 * What follows from who else is bound by a claim that stands: it binds nobody against those whom it binds as well.
 * @returns one sentence each; none where nobody else is bound as they are
 */
export function companyWords(c: JointClaim, stands: boolean, name: Name): string[] {
  if (!stands || c.joins !== '+' || c.alike.length === 0) return [];
  const rivals = c.rivals.filter((id) => c.alike.includes(id));
  const deeper = c.elsewhere.filter((id) => c.alike.includes(id) && !rivals.includes(id));
  return [
    `It ties ${many(c.alike.length, 'other')} to them as it ties them to each other, so it binds nobody to anybody against ${c.alike.length === 1 ? 'that one' : 'these'}.`,
    ...(rivals.length === 0
      ? []
      : [
          `Rivals among these, tied negatively with some of them by other claims: ${listed(rivals.map(name))}.`,
        ]),
    ...(deeper.length === 0
      ? []
      : [`Bound more deeply elsewhere, without them: ${listed(deeper.map(name))}.`]),
  ];
}

/** In the order in which the report names them. */
export const unsettledOrder = ['unevidenced', 'denied', 'contested', 'unverified', 'open'] as const;

export const unsettledTitle: Record<BlocPart['unsettled']['lines'][number]['state'], string> = {
  asserted: 'Asserted',
  unevidenced: 'Looked for, not found',
  denied: 'Denied',
  contested: 'Contested',
  unverified: 'Unverified',
  open: 'Open',
};

/** The claims of ties that stand surely, and those that do not, each by its word. */
export const tieStates = ['asserted', 'contested', 'unverified', 'possible', 'undated'] as const;
export const claimsOfTies = (ties: readonly PairTies[]): string[] => [
  ...new Set(ties.flatMap((t) => tieStates.flatMap((s) => t[s]))),
];

export const triadTitle: Record<Triad['verdict'], string> = {
  balanced: 'Balanced',
  unbalanced: 'Unbalanced',
  indeterminate: 'Indeterminate',
  'not-closed': 'Not closed',
};

export const becauseWords: Record<Triad['because'][number]['why'], string> = {
  mixed: 'has ties of its own of both signs',
  joint: 'is tied with the other sign by claims of more',
  possible: 'is tied by some reading of a date only',
  none: 'has no tie of its own',
};

/** `0`, `31–50`. */
export const rangeOf = (step: Pick<FiltrationStep, 'from' | 'until'>): string =>
  step.from === step.until ? `${step.from}` : `${step.from}–${step.until}`;

/** Steps in one breath, for who does not see the chart. */
export function stepsAloud(steps: readonly FiltrationStep[], zero: string): string {
  return steps
    .map(
      (s) =>
        `at ${rangeOf(s).replace('–', ' to ')} ${s.tied.size || zero} tied pairwise and ${s.joined.size || zero} joined by one claim`,
    )
    .join('; ');
}
