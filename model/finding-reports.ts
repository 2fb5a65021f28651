// What the questions with a report of their own found, in words: chains, changes, a bloc.
import type { Answer } from './answer.ts';
import type { Bloc } from './bloc.ts';
import { type Change, type Changes, doesStand, happenings, togetherIn } from './changes.ts';
import { datasetOf } from './id.ts';
import type { Paths } from './path.ts';
import { byDataset, isEmpty, listed, many, nameOf, namesOf } from './phrase.ts';

/** The shortest chain and the strongest, and what would break them. */
export function chainsFound(answer: Answer, found: Paths): string {
  const ends = `${nameOf(answer, found.from)} and ${nameOf(answer, found.to)}`;
  const [short] = found.shortest;
  const [strong] = found.strongest;
  if (short === undefined || strong === undefined)
    return `No chain of at most ${many(found.longest, 'claim')} that stand links ${ends}`;
  const chain = (path: typeof short) =>
    [path.links[0]?.from ?? '', ...path.links.map((l) => l.to)].map((id) => nameOf(answer, id)).join(' – ');
  const weakest =
    strong.weakest.for === null
      ? 'has no claim of known confidence'
      : `has a weakest claim of ${strong.weakest.for}`;
  const unknown =
    strong.weakest.for === null || strong.unknown.length === 0
      ? ''
      : ` and ${many(strong.unknown.length, 'claim')} of unknown confidence`;
  const crossing =
    short.datasets.length > 1 ? ` across ${listed(short.datasets)}` : ` in ${short.datasets[0]}`;
  const needed =
    found.needed.length === 0
      ? `no single claim is in every chain of at most ${many(found.longest, 'claim')}`
      : `every chain of at most ${many(found.longest, 'claim')} needs ${listed(found.needed)}`;
  const breaks =
    found.breaksAt === null ? '' : `, and at a confidence of ${found.breaksAt} none of those told is left`;
  return `The shortest chain between ${ends} is of ${many(short.links.length, 'claim')} (${chain(short)})${crossing}, the strongest (${chain(strong)}) ${weakest}${unknown}, ${needed}${breaks}`;
}

/** What happened to how many claims between the two days. */
export function changesFound(answer: Answer, found: Changes): string {
  const names = namesOf(answer, answer.filters.states);
  const what =
    found.between === 'world'
      ? `Between ${found.from} and ${found.to}`
      : `Between what was ${answer.lens.clock === 'public' ? 'published' : 'recorded'} by ${found.from} and by ${found.to}`;
  const words: Record<string, [string, string]> = {
    turned: ['changed its state', 'changed their state'],
    joined: ['was joined by others', 'were joined by others'],
    left: ['was left by some', 'were left by some'],
    graded: ['got a number', 'got a number'],
    ungraded: ['lost its number', 'lost their number'],
  };
  const say = (certainty: 'sure' | 'possible', dataset: string) =>
    happenings.flatMap((w) => {
      const n = found[certainty][dataset]?.[w] ?? 0;
      const fallen = found.rows.filter(
        (r) =>
          r.what.includes(w) && r.certainty === certainty && datasetOf(r.claim) === dataset && !doesStand(r),
      ).length;
      const not = fallen === 0 ? '' : ` (${fallen.toLocaleString('en')} of them not standing)`;
      return n === 0
        ? []
        : [`${n.toLocaleString('en')} ${(words[w] ?? [`is ${w}`, `are ${w}`])[n === 1 ? 0 : 1]}${not}`];
    });
  return `${what}, of the claims ${names.length === 0 ? 'of the whole world' : `of ${listed(names, 'or')}`}, ${byDataset(
    answer,
    (dataset) => {
      const sure = say('sure', dataset);
      const possible = say('possible', dataset);
      const all = [
        ...(sure.length === 0 ? [] : [listed(sure)]),
        ...(possible.length === 0 ? [] : [`possibly ${listed(possible)}`]),
        ...togetherWords(
          found.rows.filter((r) => datasetOf(r.claim) === dataset),
          answer.filters.states,
        ),
      ];
      return all.length === 0 ? null : all.join(', ');
    },
    'none changed',
  )}`;
}

/** Claims are named where there are no more than these. */
const NAMED = 3;

/** Which of the claims came to join all of the states, or do so no more. */
function togetherWords(rows: readonly Change[], states: readonly string[]): string[] {
  const { came, ceased } = togetherIn(rows, states);
  const which = (some: readonly Change[]) =>
    some.length > NAMED
      ? some.length.toLocaleString('en')
      : listed(some.map((r) => `${r.claim}${r.certainty === 'sure' ? '' : ' (possibly)'}`));
  return [
    ...(came.length === 0 ? [] : [`${which(came)} came to have all of these states`]),
    ...(ceased.length === 0
      ? []
      : [`${which(ceased)} ${ceased.length === 1 ? 'has' : 'have'} not all of them any more`]),
  ];
}

/** The deepest that stands, what was looked for, and balance; no verdict. */
export function blocFound(answer: Answer, report: Bloc): string {
  const names = listed(namesOf(answer, report.states));
  const isCovered = (dataset: string) =>
    answer.coverage.every((line) => line.dataset !== dataset || line.covers !== 'no');
  return `Of ${names} as a set, ${byDataset(
    answer,
    (dataset) => {
      const part = report.datasets.find((d) => d.dataset === dataset);
      const count = answer.byDataset[dataset];
      if (part === undefined || count === undefined || isEmpty(count)) return null;
      const { joint, tie } = part.deepest;
      const lines = part.joint.lines.flatMap((line) => line.claims);
      const others = lines.find((c) => c.claim === joint?.claims[0])?.alike.length ?? 0;
      const deepest =
        joint === null
          ? isCovered(dataset)
            ? 'no claim that has a commitment joins all of them'
            : 'whether a claim that has a commitment joins all of them is not covered'
          : `the deepest claim that joins all of them is of commitment ${joint.commitment} (${joint.claims[0]})${others === 0 ? '' : ` and ties ${many(others, 'other')} to them as it ties them to each other`}`;
      const two = tie === null ? [] : [`the deepest tie of any two is of commitment ${tie.commitment}`];
      const not = part.unsettled.lines.map((l) => {
        const word = l.state === 'unevidenced' ? 'looked for and not found' : l.state;
        return `${l.claims.length} ${word}`;
      });
      const verdicts = (['balanced', 'unbalanced', 'indeterminate', 'not-closed'] as const).flatMap((v) => {
        const n = part.balance.lines.filter((t) => t.verdict === v).length;
        return n === 0 ? [] : [`${n} ${v === 'not-closed' ? 'not closed' : v}`];
      });
      return [
        deepest,
        ...two,
        ...(not.length === 0 ? [] : [`claims among them are ${listed(not)}`]),
        ...(verdicts.length === 0 ? [] : [`of their triads ${listed(verdicts)}`]),
      ].join(', ');
    },
    'nothing is said',
  )}, which is evidence and no verdict`;
}
