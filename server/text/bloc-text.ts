// The report on a set of states as text: every number with its claims, part by part, data set by data set.
import type { Answer } from '../../model/answer.ts';
import type { Bloc, BlocPart, FiltrationStep, JointClaim, Triad } from '../../model/bloc.ts';
import { sameCompany, sameLevels } from '../../model/bloc-groups.ts';
import { isUncovered, nothingWords } from '../../model/coverage.ts';
import { type EntityId, ownIdOf, shortState } from '../../model/id.ts';

const list = (ids: readonly EntityId[]) => ids.map(shortState).join(' ');
const claims = (ids: readonly string[]) => ids.map(ownIdOf).join(', ');
const depth = (commitment: number | null) =>
  commitment === null ? 'no commitment' : `commitment ${commitment}`;
/** @param nothing what is said where there is no line: outside of what is covered it is never none */
const orNothing = (lines: readonly string[], nothing: string) =>
  lines.length === 0 ? [`  ${nothing}`] : lines.map((line) => `  ${line}`);
/** Nothing within a line, of a data set. */
const nothingOf = (answer: Answer, dataset?: string) => nothingWords(answer, dataset).toLowerCase();
/** Lists in a line are cut where nobody would read on; the answer as JSON has all of it. */
const MOST = 40;
const cut = (lines: readonly string[]) =>
  lines.length <= MOST
    ? lines
    : [...lines.slice(0, MOST), `… and ${lines.length - MOST} more; --json has all`];

/** The report of an answer to `bloc`. */
export function blocText(answer: Answer, bloc: Bloc): string {
  const parts = bloc.datasets.filter((part) => part.pairs.lines.some((l) => l.ties.length > 0) || said(part));
  const silent = bloc.datasets.filter((part) => !parts.includes(part)).map((part) => part.dataset);
  const beyond = silent.filter((dataset) => isUncovered(answer, dataset));
  const within = silent.filter((dataset) => !beyond.includes(dataset));
  return [
    ...parts.flatMap((part) => partText(answer, part)),
    ...(within.length === 0 ? [] : ['', `Nothing among these states in: ${within.join(', ')}.`]),
    ...(beyond.length === 0 ? [] : ['', `Not covered by: ${beyond.join(', ')}.`]),
    '',
    'Others in joint claims who are tied negatively with some of the states (of the time asked about, and before)',
    ...orNothing(
      cut(
        bloc.rivals.lines.map(
          (r) =>
            `${list([r.entity])} with ${list([r.state])}: ${r.count} ${r.kind}, ${r.first ?? '…'} to ${r.last ?? 'now'}, ${r.dataset}: ${claims(r.claims)}${r.count > r.claims.length ? ' …' : ''}`,
        ),
      ),
      nothingOf(answer),
    ),
    '',
    'The report computes evidence and gives no verdict.',
  ].join('\n');
}

const said = (part: BlocPart) => part.joint.lines.length + part.unsettled.lines.length > 0;

function partText(answer: Answer, part: BlocPart): string[] {
  const title = answer.datasets.find((d) => d.id === part.dataset)?.title ?? '';
  const nothing = nothingOf(answer, part.dataset);
  return [
    '',
    `${part.dataset}: ${title}`,
    '',
    'Claims that have all of them as principals, by commitment, kind and state',
    ...orNothing(cut(jointText(part)), nothing),
    '',
    'The deepest that stands',
    ...deepestText(part, nothing),
    '',
    'Pairs: sign, commitment and kind; "own" by claims of these two alone',
    ...cut(part.pairs.lines.flatMap((line) => pairText(line, nothing))).map((line) => `  ${line}`),
    '',
    'Hub and spokes: one state carries all ties of two, and no claim joins it with two of them',
    ...orNothing(
      part.hubs.lines.map(
        (h) =>
          `${h.commitment === null ? 'all claims' : `commitment at least ${h.commitment}`}: ${list([h.hub])} with ${list(h.spokes)}${h.apart.length === 0 ? '' : `, without ${list(h.apart)}`}: ${claims(h.claims)}`,
      ),
      nothing,
    ),
    '',
    'Contested, unverified, looked for and not found, denied, open',
    ...orNothing(cut(unsettledText(answer, part)), nothing),
    '',
    'What stands at which threshold: pairs tied by claims of their own, and joint claims',
    ...filtrationText(part),
    '',
    'Structural balance, of ties by claims of two',
    ...orNothing(cut(part.balance.lines.map((triad) => triadText(triad, nothing))), nothing),
    '',
    'Who else is joined to all of them',
    ...orNothing(cut(alsoText(part)), nothing),
    '',
    'Who of the others in the deepest joint claim is bound more deeply without these states',
    ...orNothing(
      cut(
        part.elsewhere.lines.map(
          (e) =>
            `${list([e.entity])}, ${depth(e.commitment)}${e.partners.length === 0 ? '' : `, with ${list(e.partners)}`}: ${claims(e.claims)}`,
        ),
      ),
      nothing,
    ),
    '',
    `Age: covered until ${part.age.coveredUntil ?? 'no end is told'}; newest source of ${part.age.published ?? 'no known day'}; last recorded ${part.age.recorded ?? 'on no known day'}; loaded ${part.age.loaded}.`,
  ];
}

function jointText(part: BlocPart): string[] {
  return part.joint.lines.flatMap((line) => [
    `${depth(line.commitment)} · ${line.kind} · ${line.state}${line.stands ? '' : line.state === 'asserted' ? ', too few origins' : ' (does not stand)'}: ${line.claims.length}`,
    ...line.claims.map((c) => `  ${jointClaimText(c, line.stands)}`),
  ]);
}

function jointClaimText(c: JointClaim, stands: boolean): string {
  const joins =
    c.joins === null
      ? 'does not tie all of them'
      : `${stands ? 'ties' : 'would tie'} all of them with ${c.joins}`;
  const alike =
    c.alike.length === 0
      ? ''
      : `; ${c.alike.length} of these it ties to them as it ties them: ${list(c.alike)}`;
  return [
    `${ownIdOf(c.claim)}${c.certainty === 'sure' ? '' : ` (${c.certainty})`}: ${joins}`,
    c.acting ? 'all act' : 'not all act',
    c.others.length === 0
      ? 'nobody else'
      : `${c.others.length} ${c.others.length === 1 ? 'other' : 'others'} (${list(c.others)})${alike}`,
    ...(c.rivals.length === 0 ? [] : [`tied negatively with some of them: ${list(c.rivals)}`]),
    ...(c.elsewhere.length === 0 ? [] : [`bound more deeply elsewhere: ${list(c.elsewhere)}`]),
  ].join('; ');
}

function deepestText({ deepest: { joint, tie } }: BlocPart, nothing: string): string[] {
  return [
    joint === null
      ? `  of a claim that joins all of them: ${nothing}`
      : `  of a claim that joins all of them: ${depth(joint.commitment)}: ${claims(joint.claims)}`,
    tie === null
      ? `  of a tie of any two: ${nothing}`
      : `  of a tie of any two: ${depth(tie.commitment)}: ${tie.ties.map((t) => `${list(t.pair)}${t.own ? ', own' : ''} (${claims(t.claims)})`).join('; ')}`,
  ];
}

const noTie = (nothing: string) => (nothing === 'not covered' ? nothing : 'no tie');

function pairText({ pair, mixed, ties }: BlocPart['pairs']['lines'][number], nothing: string): string[] {
  if (ties.length === 0) return [`${list(pair)}: ${noTie(nothing)}`];
  return [
    `${list(pair)}${mixed ? ': mixed, both signs stand' : ''}`,
    ...ties.map((t) => {
      const states = (['asserted', 'contested', 'unverified', 'possible', 'undated'] as const)
        .filter((s) => t[s].length > 0)
        .map((s) => `${t[s].length} ${s} (${claims(t[s])})`);
      return `  ${t.sign} ${depth(t.commitment)} · ${t.kind}${t.own ? ', own' : ''}: ${states.join(', ')}`;
    }),
  ];
}

function unsettledText(answer: Answer, part: BlocPart): string[] {
  const names: Record<string, string> = { unevidenced: 'looked for and not found' };
  return part.unsettled.lines.flatMap((line) => [
    `${names[line.state] ?? line.state}: ${line.claims.length}`,
    ...line.claims.flatMap(({ claim, among }) => [
      `  ${ownIdOf(claim)} (${list(among)})`,
      ...(answer.claims.find((c) => c.claim.id === claim)?.statements ?? []).map((s) => {
        const who = answer.entities.find((e) => e.id === s.attributedTo)?.names.en ?? s.attributedTo;
        const whose = who ?? answer.sources.find((x) => x.id === s.source)?.title ?? s.source;
        const quote = s.quote === undefined ? '' : `: “${s.quote.exact}”`;
        return `    ${s.stance}, ${s.confidence ?? 'unknown confidence'}, ${whose}${quote}`;
      }),
    ]),
  ]);
}

function alsoText(part: BlocPart): string[] {
  return sameCompany(part.also.lines).map(
    ({ how, sure, claims: by, entities }) =>
      `${how === 'pairs' ? 'by a claim of two with each' : 'by one claim'}${sure ? '' : ' (possible)'} (${claims(by)}): ${entities.length}: ${list(entities)}`,
  );
}

function filtrationText(part: BlocPart): string[] {
  return sameLevels(part.filtration.levels).flatMap(({ commitments, steps }) => [
    `  ${commitments.map((c) => (c === null ? 'all claims' : `commitment at least ${c}`)).join(', ')}`,
    steps.map((step) => `    ${stepText(step)}`).join('\n'),
  ]);
}

function stepText(step: FiltrationStep): string {
  const range = step.from === step.until ? `${step.from}` : `${step.from}–${step.until}`;
  const pairs = step.pairs.map(
    (p) =>
      `${list(p.pair)}${p.certainty === 'sure' ? '' : ' (possible)'} ${p.claims.length} (${claims(p.claims.map((c) => c.claim))})`,
  );
  const joint = claims(cut(step.joint.map((c) => c.claim)));
  return [
    `${range.padEnd(7)}${step.unknown && step.pairs.length + step.joint.length > 0 ? 'unknown kept; ' : ''}pairs ${step.pairs.length === 0 ? '0' : pairs.join(', ')}`,
    `joint ${step.joint.length}${step.joint.length === 0 ? '' : ` (${joint})`}`,
    `largest tied pairwise ${step.tied.size}${step.tied.size === 0 ? '' : ` (${step.tied.subsets.map(list).join('; ')})`}`,
    `joined by one claim ${step.joined.size}${step.joined.size === 0 ? '' : ` (${step.joined.subsets.map((s) => `${list(s.states)}: ${claims(cut(s.claims))}`).join('; ')})`}`,
    ...(step.hub === null ? [] : [`hub ${list([step.hub])}`]),
  ].join(' · ');
}

function triadText(triad: Triad, nothing: string): string {
  const why = {
    mixed: 'has both signs',
    joint: 'is tied with the other sign by claims of more',
    possible: 'is tied by some reading of a date only',
    none: nothing === 'not covered' ? `is ${nothing}` : 'has no tie of its own',
  };
  const ties = triad.ties.map(
    (t) =>
      `${list(t.pair)} ${t.sign ?? noTie(nothing)}${t.claims.length === 0 ? '' : ` (${claims(t.claims)})`}`,
  );
  const because = triad.because.map(
    (b) => `${list(b.pair)} ${why[b.why]}${b.claims.length === 0 ? '' : ` (${claims(b.claims)})`}`,
  );
  return `${list(triad.states)}: ${triad.verdict === 'not-closed' ? 'not closed' : triad.verdict}; ${ties.join(', ')}${because.length === 0 ? '' : `; because ${because.join('; ')}`}`;
}
