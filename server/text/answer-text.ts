// An answer as text for people: what was asked, the rows, the counts by state, and what the answer does not say.
import type { Answer, Count, JudgedClaim } from '../../model/answer.ts';
import type { Confidence } from '../../model/confidence.ts';
import { isUncovered, orUncovered } from '../../model/coverage.ts';
import { actingWords, groupName, restWords, tellsGroups } from '../../model/group.ts';
import { shortState } from '../../model/id.ts';
import { standing } from '../../model/judge.ts';
import { many } from '../../model/phrase.ts';
import { sentence } from '../../model/sentence.ts';
import { againstIn } from '../../model/sides.ts';
import { vocabulary } from '../vocabulary.ts';
import { blocText } from './bloc-text.ts';
import { changesText } from './changes-text.ts';
import { pathsText } from './paths-text.ts';
import { textTable } from './table.ts';

/** The whole text, without a line break at its end. */
export function answerText(answer: Answer): string {
  return [
    sentence(answer),
    askedText(answer),
    '',
    rowsText(answer),
    '',
    countText(answer),
    ...limits(answer),
  ].join('\n');
}

function askedText({ filters, lens, resolved }: Answer): string {
  const time =
    resolved.from === null
      ? []
      : [
          resolved.from === resolved.until
            ? `on ${resolved.from}`
            : `from ${resolved.from} until ${resolved.until}`,
        ];
  return [
    filters.states.length === 0 ? 'the whole world' : filters.states.map(shortState).join(', '),
    ...[...filters.kind, ...filters.nature, ...filters.context, ...filters.modality, ...filters.state],
    ...filters.sign.map((sign) => `sign ${sign}`),
    ...(filters.commitment === null ? [] : [`commitment at least ${filters.commitment}`]),
    lens.threshold === 0 ? 'any confidence' : `confidence at least ${lens.threshold}`,
    resolved.unknown ? 'unknown confidence kept' : 'unknown confidence left out',
    `the ${lens.rule} number of each side`,
    ...(lens.origins === 1 ? [] : [`at least ${lens.origins} independent origins`]),
    ...time,
    ...(lens.known === null ? [] : [`as known on ${lens.known}`]),
  ].join(' · ');
}

/** The rows of an answer, or its report. */
export function rowsText(answer: Answer): string {
  if (answer.bloc !== null) return blocText(answer, answer.bloc);
  if (answer.paths !== null) return pathsText(answer, answer.paths);
  if (answer.changes !== null) return changesText(answer, answer.changes);
  if (answer.question.counts === 'pair') return pairsText(answer);
  const claims = claimsText(answer);
  if (answer.question.counts === 'group')
    return [groupsText(answer), '', 'The claims behind them:', claims].join('\n');
  return tellsGroups(answer) ? [groupsText(answer), '', claims].join('\n') : claims;
}

/** Blank where no such statement counts, `?` where one does and none has a number. */
const number = (confidence: Confidence, origins: number) =>
  confidence !== null ? String(confidence) : origins === 0 ? '' : '?';
const stateRank = (c: JudgedClaim) => (c.state === null ? 2 : standing.includes(c.state) ? 0 : 1);

function claimsText(answer: Answer): string {
  const { claims } = answer;
  if (claims.length === 0) return orUncovered(answer, 'No claims.');
  const sorted = [...claims].sort((a, b) => stateRank(a) - stateRank(b));
  return textTable(
    ['STATE', 'SIGN', 'FOR', 'AGAINST', 'PRINCIPALS', 'CLAIM', 'TITLE', 'SIDES', 'DATE IS'],
    sorted.map((c) => [
      c.state === null
        ? 'out'
        : c.stands || !standing.includes(c.state)
          ? c.state
          : `${c.state}, too few origins`,
      c.sign,
      number(c.for, c.originsFor),
      number(c.against, c.originsAgainst),
      [...c.principals.map(shortState), ...(c.claim.incomplete ? ['…'] : [])].join(' '),
      c.claim.id,
      c.claim.title,
      againstIn(answer, c, vocabulary(), shortState) ?? '',
      c.certainty === 'sure' ? '' : c.certainty,
    ]),
  );
}

function groupsText(answer: Answer): string {
  if (answer.groups.length === 0) return orUncovered(answer, 'None.');
  const triads = answer.question.counts === 'group';
  return textTable(
    [
      'GROUP',
      'DATA SET',
      'STAND',
      'ASSERTED',
      'CONTESTED',
      'UNVERIFIED',
      'POSSIBLE',
      'UNDATED',
      'NOT FOUND',
      'DENIED',
      'OPEN',
      'TOO FEW ORIGINS',
      'OUT',
      'RESTS ON',
      'DATE IS',
    ],
    answer.groups.map(({ key, dataset, rests, certainty, count: c }) => [
      groupName(answer, key, shortState),
      dataset,
      String(c.stands),
      ...[c.asserted, c.contested, c.unverified, c.possible, c.undated].map(some),
      ...[c.unevidenced, c.denied, c.open, c.tooFewOrigins, c.out].map(some),
      triads ? (rests ?? '') : '',
      triads && certainty !== 'sure' ? certainty : '',
    ]),
  );
}

const some = (n: number) => (n === 0 ? '' : String(n));

function pairsText(answer: Answer): string {
  const { pairs } = answer;
  if (pairs.length === 0) return orUncovered(answer, 'No ties.');
  return textTable(
    [
      'TIE',
      'SIGN',
      'ASSERTED',
      'CONTESTED',
      'UNVERIFIED',
      'POSSIBLE',
      'UNDATED',
      'OF TWO ALONE',
      'LEAST',
      'DATA SET',
    ],
    pairs.map((p) => [
      `${shortState(p.a)} ${shortState(p.b)}`,
      p.sign,
      ...[p.asserted, p.contested, p.unverified, p.possible, p.undated].map(some),
      String(p.bilateral),
      p.least === null ? '' : String(p.least),
      p.dataset,
    ]),
  );
}

/** What the question counts first; then, by data set, what stands apart from what does not. */
function countText(answer: Answer): string {
  const { question, groupCount, count, byDataset } = answer;
  const sets = Object.keys(byDataset);
  const named = (id: string, text: string) => (sets.length <= 1 ? text : `${id}: ${text}`);
  const of = {
    claim: '',
    group: 'Claims behind them: ',
    pair: 'Ties: ',
    path: 'Claims in them: ',
    change: 'As they are afterwards, or were last: ',
  }[question.counts];
  const told = {
    path: `${many(groupCount ?? 0, 'chain is', 'chains are')} told.`,
    change: `${many(groupCount ?? 0, 'claim')} changed.`,
  };
  const first =
    question.counts !== 'path' && question.counts !== 'change'
      ? []
      : [groupCount === 0 ? orUncovered(answer, told[question.counts]) : told[question.counts]];
  const lines = sets.flatMap((id) =>
    [
      ...(question.counts === 'group' ? [groupLine(answer, id)] : []),
      ...(question.counts === 'pair' && sets.length === 1 ? [pairLine(answer)] : []),
      ...[actingWords(answer, id)].flatMap((words) => (words === null ? [] : [`${words}.`])),
      of + countLine(byDataset[id] ?? count, isUncovered(answer, id), tiesInDoubt(answer, id)),
    ].map((text) => named(id, text)),
  );
  return [...first, ...(sets.length === 0 ? [of + countLine(count, isUncovered(answer))] : lines)].join('\n');
}

/** Whether a time was asked about: only then is anything sure, and only then is it said to be. */
const isDated = ({ resolved, lens }: Answer) => resolved.from !== null || lens.known !== null;

/** `2 groups stand: 1 asserted, 1 contested at best. 1 more possibly.`, of one data set. */
function groupLine(answer: Answer, dataset: string): string {
  const groups = answer.groups.filter((g) => g.dataset === dataset);
  const sure = groups.filter((g) => g.certainty === 'sure');
  const rest = restWords(sure);
  const beside = groups.length - sure.length;
  return [
    sure.length === 0 && isUncovered(answer, dataset)
      ? 'Not covered.'
      : `${many(sure.length, 'group stands', 'groups stand')}${isDated(answer) && sure.length > 0 ? ' surely' : ''}${rest === '' ? '' : `: ${rest}`}.`,
    ...(beside === 0 ? [] : [`${beside.toLocaleString('en')} more possibly.`]),
  ].join(' ');
}

function pairLine(answer: Answer): string {
  const tied = answer.groupCount ?? 0;
  if (tied === 0 && isUncovered(answer)) return 'Not covered.';
  return `${many(tied, 'pair is', 'pairs are')} ${isDated(answer) && tied > 0 ? 'surely ' : ''}tied.`;
}

/** How many ties that an asserted claim gives others give as well, which are contested or unverified. */
function tiesInDoubt({ question, pairs, truncated }: Answer, dataset: string): number {
  if (question.counts !== 'pair' || truncated !== null) return 0;
  return pairs.filter((p) => p.dataset === dataset && p.asserted > 0 && p.contested + p.unverified > 0)
    .length;
}

/** `4 stand: 3 asserted, 1 contested. Do not stand: …`; what does not stand is never in a sum with what stands, and outside of what is covered no 0 stands. */
function countLine(count: Count, uncovered: boolean, inDoubt: number = 0): string {
  const told = (names: readonly (readonly [number, string])[]) =>
    names
      .filter(([n]) => n > 0)
      .map(([n, name]) => `${n} ${name}`)
      .join(', ');
  const stands = told([
    [count.asserted, 'asserted'],
    [count.contested, 'contested'],
    [count.unverified, 'unverified'],
  ]);
  const not = told([
    [count.unevidenced, 'unevidenced (looked for, not found)'],
    [count.denied, 'denied'],
    [count.open, 'open'],
    [count.tooFewOrigins, 'of too few origins'],
  ]);
  const beside = told([
    [count.possible, 'possible by some reading of a date'],
    [count.undated, 'without a date'],
    [count.out, 'out (no statement counts)'],
  ]);
  return [
    count.stands === 0 && uncovered
      ? 'Not covered.'
      : `${count.stands} stand${stands === '' ? '' : `: ${stands}`}.`,
    ...(inDoubt === 0
      ? []
      : [`${inDoubt} of the asserted ${inDoubt === 1 ? 'has' : 'have'} contested or unverified claims too.`]),
    ...(not === '' ? [] : [`Do not stand: ${not}.`]),
    ...(beside === '' ? [] : [`Beside them: ${beside}.`]),
  ].join(' ');
}

function limits(answer: Answer): string[] {
  const cut = answer.truncated;
  return [
    ...(cut === null ? [] : [`Shown are ${cut.shown} of ${cut.of}: narrow the question down.`]),
    ...(answer.exact ? [] : ['The counts are of what was read before a limit, not of everything.']),
    ...answer.coverage.map(coverageText),
  ];
}

function coverageText({ dataset, covers, detail, exhaustive }: Answer['coverage'][number]): string {
  const silence = exhaustive ? '' : ' Its silence says nothing.';
  if (covers === 'undeclared') return `Coverage: ${dataset} does not say what it covers.${silence}`;
  const words = { yes: 'covers this', partly: 'covers this in part', no: 'does not cover this' }[covers];
  return `Coverage: ${dataset} ${words}: ${detail.replace(/\.?$/, '.')}${silence}`;
}
