// The words of the report: what a joint claim does, a commitment, a step, why a triad cannot be told. No word judges.
import type { BlocPart, FiltrationStep, JointClaim, PairTies, Triad } from '../../../model/bloc.ts';
import { listed, many } from '../../../model/phrase.ts';
import { certaintyTable } from '../../canvas/encoding.ts';
import { rungWords } from '../../words.ts';

type Name = (id: string) => string;

/** `Commitment 5, neutrality or non-aggression pact`; of claims that have none, so. */
export const commitmentWords = (commitment: number | null): string =>
  commitment === null ? 'No commitment' : `Commitment ${commitment}, ${rungWords[commitment]}`;

/** `All claims`, `Commitment 2 and deeper, and the same at 3`. */
export function levelWords(commitments: readonly (number | null)[]): string {
  const [first, ...more] = commitments;
  const rungs = more.filter((c) => c !== null).map(String);
  const same = rungs.length === 0 ? '' : `, and the same from ${listed(rungs)} on`;
  return `${first == null ? 'All claims' : `Commitment ${first} and deeper`}${same}`;
}

/** `China – Russia`. */
export const pairName = (pair: readonly string[], name: Name): string => pair.map(name).join(' – ');

/** What a claim of all of them does to them, and who else is in it: one phrase each. */
export function joiningWords(c: JointClaim, stands: boolean, name: Name): string[] {
  const ties = stands ? 'ties' : 'would tie';
  const sign = { '+': 'by cooperation', '-': 'by conflict', '0': 'without a sign' } as const;
  const alike =
    c.alike.length === 0
      ? []
      : [
          `${ties} ${c.alike.length === c.others.length ? (c.others.length === 1 ? 'that one' : `all ${c.others.length}`) : c.alike.length} of these to them as it ties them to each other`,
        ];
  return [
    ...(c.certainty === 'sure'
      ? []
      : [`${certaintyTable[c.certainty].word}: ${certaintyTable[c.certainty].why}`]),
    c.joins === null
      ? `does not ${stands ? '' : 'tell to '}tie all of them`
      : `${ties} each to each ${sign[c.joins]}`,
    c.acting ? 'all of them act in it' : 'not all of them act in it',
    c.others.length === 0
      ? 'nobody else is in it'
      : `${many(c.others.length, 'other is', 'others are')} in it: ${listed(c.others.map(name))}`,
    ...alike,
  ];
}

/**
 * What follows from who else is in a claim: it binds nobody against those whom it binds as well.
 * @returns null where none of them is known to be a rival, or to be bound more deeply elsewhere
 */
export function companyWords(c: JointClaim, stands: boolean, name: Name): string | null {
  const rivals = c.rivals.filter((id) => c.alike.includes(id));
  const deeper = c.elsewhere.filter((id) => c.alike.includes(id) && !rivals.includes(id));
  if (!stands || rivals.length + deeper.length === 0) return null;
  return [
    ...(rivals.length === 0
      ? []
      : [
          `${listed(rivals.map(name))} ${rivals.length === 1 ? 'is a rival' : 'are rivals'} of some of them, by claims of conflict, and ${rivals.length === 1 ? 'is' : 'are'} bound by it as they are: it binds nobody to anybody against ${rivals.length === 1 ? 'it' : 'these'}.`,
        ]),
    ...(deeper.length === 0
      ? []
      : [
          `${listed(deeper.map(name))} ${deeper.length === 1 ? 'is' : 'are'} in it too, and bound more deeply elsewhere, without these states.`,
        ]),
  ].join(' ');
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
export function stepsAloud(steps: readonly FiltrationStep[]): string {
  return steps
    .map(
      (s) =>
        `at ${rangeOf(s).replace('–', ' to ')} ${s.tied.size} tied pairwise and ${s.joined.size} joined by one claim`,
    )
    .join('; ');
}
