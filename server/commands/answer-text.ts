// An answer as text for people: what was asked, the rows, the counts by state, and what the answer does not say.
import type { Answer, Count, JudgedClaim, PairRow } from '../../model/answer.ts';
import type { Confidence } from '../../model/confidence.ts';
import { shortState } from '../../model/id.ts';
import { standing } from '../../model/judge.ts';
import { sentence } from '../../model/sentence.ts';
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

function rowsText(answer: Answer): string {
  if (answer.bloc !== null) return blocText(answer, answer.bloc);
  if (answer.paths !== null) return pathsText(answer.paths);
  if (answer.changes !== null) return changesText(answer, answer.changes);
  if (answer.question.counts === 'pair') return pairsText(answer.pairs);
  const claims = claimsText(answer.claims);
  if (answer.question.counts !== 'group') return claims;
  return [groupsText(answer), '', 'The claims behind them:', claims].join('\n');
}

/** Blank where no such statement counts, `?` where one does and none has a number. */
const number = (confidence: Confidence, origins: number) =>
  confidence !== null ? String(confidence) : origins === 0 ? '' : '?';
const stateRank = (c: JudgedClaim) => (c.state === null ? 2 : standing.includes(c.state) ? 0 : 1);

function claimsText(claims: readonly JudgedClaim[]): string {
  if (claims.length === 0) return 'No claims.';
  const sorted = [...claims].sort((a, b) => stateRank(a) - stateRank(b));
  return textTable(
    ['STATE', 'SIGN', 'FOR', 'AGAINST', 'PRINCIPALS', 'CLAIM', 'TITLE', 'DATE IS'],
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
      c.certainty === 'sure' ? '' : c.certainty,
    ]),
  );
}

function groupsText({ groups }: Answer): string {
  if (groups.length === 0) return 'None.';
  return textTable(
    ['GROUP', 'DATA SET', 'STANDS', 'CONTESTED', 'UNVERIFIED', 'DATE IS'],
    groups.map((g) => [
      g.key.map(shortState).join(' '),
      g.dataset,
      String(g.stands),
      some(g.count.contested),
      some(g.count.unverified),
      g.certainty === 'sure' ? '' : g.certainty,
    ]),
  );
}

const some = (n: number) => (n === 0 ? '' : String(n));

function pairsText(pairs: readonly PairRow[]): string {
  if (pairs.length === 0) return 'No ties.';
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
function countText({ question, groupCount, count, byDataset }: Answer): string {
  const { first, of } = {
    claim: { first: '', of: '' },
    group: {
      first: `${groupCount} ${groupCount === 1 ? 'group stands' : 'groups stand'}, surely.`,
      of: 'Claims behind them: ',
    },
    pair: { first: `${groupCount} ${groupCount === 1 ? 'pair is' : 'pairs are'} surely tied.`, of: 'Ties: ' },
    path: {
      first: `${groupCount} ${groupCount === 1 ? 'chain is' : 'chains are'} told.`,
      of: 'Claims in them: ',
    },
    change: {
      first: `${groupCount} ${groupCount === 1 ? 'claim' : 'claims'} changed.`,
      of: 'As they are afterwards, or were last: ',
    },
  }[question.counts];
  const sets = Object.entries(byDataset);
  const lines = sets.length <= 1 ? [countLine(count)] : sets.map(([id, c]) => `${id}: ${countLine(c)}`);
  return [...(first === '' ? [] : [first]), ...lines.map((line) => of + line)].join('\n');
}

/** `4 stand: 3 asserted, 1 contested. Do not stand: …`; what does not stand is never in a sum with what stands. */
function countLine(count: Count): string {
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
    `${count.stands} stand${stands === '' ? '' : `: ${stands}`}.`,
    ...(not === '' ? [] : [`Do not stand: ${not}.`]),
    ...(beside === '' ? [] : [`Beside them: ${beside}.`]),
  ].join(' ');
}

function limits(answer: Answer): string[] {
  const cut = answer.truncated;
  return [
    ...(cut === null ? [] : [`Shown are ${cut.shown} of ${cut.of}: narrow the question down.`]),
    ...(answer.exact ? [] : ['The counts are of what was read before a limit, not of everything.']),
    ...answer.coverage.map((line) => {
      const covers = { yes: 'covers this', partly: 'covers this in part', no: 'does not cover this' }[
        line.covers
      ];
      const silence = line.exhaustive ? '' : ' Its silence says nothing.';
      return `Coverage: ${line.dataset} ${covers}: ${line.detail.replace(/\.?$/, '.')}${silence}`;
    }),
  ];
}
