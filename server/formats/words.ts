// What readers that know nothing of Entente are told in words: who takes part, where a claim stands, who said what.
import type { Entity } from '../../model/entity.ts';
import { numberWords } from '../../model/phrase.ts';
import type { Source } from '../../model/source.ts';
import type { Statement } from '../../model/statement.ts';
import type { Told } from './format.ts';
import type { Head } from './head.ts';

/** Whether it stands, in a word: what some reading of a date alone gives is possible and counts with nothing that stands. */
export const standsWord = ({ stands, certainty }: Told): 'yes' | 'possibly' | 'undated' | 'no' =>
  !stands ? 'no' : certainty === 'sure' ? 'yes' : certainty === 'possible' ? 'possibly' : 'undated';

const standsWords = {
  yes: 'it stands',
  possibly: 'it stands only by some reading of its dates',
  undated: 'it has no date, and whether it stands then is not known',
  no: 'it does not stand',
};

/** A claim's standing by the lens; the numbers are those of the rule, absent ones are said to be so. */
export function standingOf(told: Told, rule: string): string {
  const { state } = told;
  if (state === null) return 'No statement on it counts through the lens.';
  const sides = [
    `for ${numberWords(told.for, told.originsFor)} (origins ${told.originsFor})`,
    `against ${numberWords(told.against, told.originsAgainst)} (origins ${told.originsAgainst})`,
  ];
  return `State: ${state}; ${standsWords[standsWord(told)]}. Computed by the lens: ${sides.join(', ')}; ${rule} of each side.`;
}

/** Who takes part, and how. @param name of an entity by its id */
function partiesOf({ claim }: Told, name: (entity: string) => string): string {
  const parties = claim.parties.map(({ entity, role, side, from, until }) => {
    const spell = from === undefined && until === undefined ? [] : [`${from ?? '..'}/${until ?? '..'}`];
    return `${name(entity)} (${[role, ...(side === undefined ? [] : [`side ${side}`]), ...spell].join(', ')})`;
  });
  return `Parties${claim.incomplete ? ', not all of them known' : ''}: ${parties.join('; ')}.`;
}

/** A claim in words. */
export function claimWords(told: Told, rule: string, name: (entity: string) => string): string {
  const { kinds, when, modality, note } = told.claim;
  return [
    `${kinds.join(', ')}; ${modality}; ${when ?? 'no date'}.`,
    partiesOf(told, name),
    standingOf(told, rule),
    ...(note === undefined ? [] : [note]),
  ].join('\n');
}

const verbs: Record<Statement['stance'], string> = {
  asserts: 'asserts it',
  denies: 'denies it',
  qualifies: 'qualifies it',
  'reports-absence': 'reports that there is no evidence of it',
};

/** A statement in words. */
export function statementWords(
  statement: Statement,
  source: Source | undefined,
  speaker: string | null,
): string {
  const { stance, basis, quote, locator, word, likelihood, credibility, asOf, note } = statement;
  const who =
    speaker === null
      ? (source?.title ?? statement.source)
      : `${speaker}, as told by ${source?.title ?? statement.source},`;
  return [
    `${who} ${verbs[stance]} (${basis}).`,
    ...(quote === undefined ? [] : [`Quote: “${quote.exact}”`]),
    ...(locator === undefined ? [] : [`At: ${locator}.`]),
    ...(word === undefined ? [] : [`In its own word of confidence: ${word}.`]),
    ...(likelihood === undefined ? [] : [`In its own word of likelihood: ${likelihood}.`]),
    ...(source?.reliability === undefined ? [] : [`Reliability of the source: ${source.reliability}.`]),
    ...(credibility === undefined ? [] : [`Credibility: ${credibility}.`]),
    ...(asOf === undefined ? [] : [`As of ${asOf}.`]),
    ...(note === undefined ? [] : [note]),
  ].join('\n');
}

/** What the file says of itself. */
export function headWords(head: Head): string {
  return [
    `Question: ${head.question}${head.states.length === 0 ? '' : ` (${head.states.join(', ')})`}.`,
    `Lens: ${head.lens}.`,
    `Rule: rule ${head.rule}. Program: ${head.program}. Marking: ${head.marking ?? 'unmarked'}.`,
    ...head.datasets.map(
      (d) =>
        `Data set ${d.title}${d.version === undefined ? '' : ` ${d.version}`} (${d.load}); licence: ${d.licence ?? 'not told'}; cite: ${d.citation ?? 'not told'}.`,
    ),
    ...head.notes,
  ].join('\n');
}

/** The name of an entity for readers of English. */
export const nameOf = (entity: Entity) => entity.names.en ?? entity.id;
