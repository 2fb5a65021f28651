// What an answer found, in words and numbers, for each question; part of the sentence that can be quoted.
import type { Answer, Count } from './answer.ts';
import { happenings } from './changes.ts';
import { byDataset, counted, listed, many, nameOf, namesOf } from './phrase.ts';

/** Groups are named where there are no more than these. */
const NAMED = 3;

export function findingOf(answer: Answer): string {
  if (isNotCovered(answer))
    return `Not covered: ${answer.coverage.length === 0 ? 'no data set is loaded' : `${listed(answer.coverage.map((c) => c.dataset))} ${answer.coverage.length === 1 ? 'does' : 'do'} not cover this`}, which does not say that there are no ${subjectOf(answer)}`;
  switch (answer.question.id) {
    case 'pairs-only':
    case 'pairs-and-joint':
    case 'hub-and-spoke':
      return triads(answer);
    case 'pairs':
      return pairs(answer);
    case 'sizes':
      return sizes(answer);
    case 'sides':
      return sides(answer);
    case 'paths':
      return paths(answer);
    case 'changes':
      return changes(answer);
    case 'bloc':
      return bloc(answer);
    default:
      return claims(answer);
  }
}

/** Whether nothing was found and nothing that was looked at covers what was asked. */
export function isNotCovered(answer: Pick<Answer, 'coverage' | 'claims' | 'pairs'>): boolean {
  return (
    answer.claims.length === 0 &&
    answer.pairs.length === 0 &&
    answer.coverage.every((line) => line.covers === 'no')
  );
}

/** What a question asks for, as a plural: `claims of China and Russia alone`. */
function subjectOf(answer: Answer): string {
  const { question, filters } = answer;
  const names = namesOf(answer, filters.states);
  const all = listed(names);
  const some = listed(names, 'or');
  const world = names.length === 0;
  switch (question.id) {
    case 'around':
      return world
        ? 'claims'
        : `claims that ${names.length === 1 ? all : `any of ${all}`} takes part or acts in`;
    case 'bilateral':
      return world
        ? 'claims of exactly two principals'
        : names.length === 2
          ? `claims of ${all} alone`
          : `claims of exactly two of ${all}`;
    case 'trilateral':
      return world
        ? 'claims of exactly three principals'
        : names.length === 3
          ? `claims of ${all} alone`
          : `claims of exactly three of ${all}`;
    case 'joint':
      return world ? 'claims of three or more principals' : `claims of which ${all} are all principals`;
    case 'mixed-roles':
      return `${world ? 'joint claims' : `claims of which ${all} are all principals`} in which not all actors have a role of one family`;
    case 'disputes':
      return `contested or unverified claims${world ? '' : ` of ${some}`}`;
    case 'bloc':
      return `claims among at least two of ${all}`;
    case 'paths':
      return `chains of claims between ${all}`;
    case 'pairs':
      return `ties${world ? '' : ` among ${all}`}`;
    case 'sizes':
      return `claims${world ? '' : ` of ${some}`}`;
    case 'sides':
      return `claims with sides${world ? '' : ` of ${all}`}`;
    case 'changes':
      return `changes of claims${world ? '' : ` of ${some}`}`;
    default:
      return world ? 'triads' : `triads of ${all}`;
  }
}

const isEmpty = (count: Count | undefined): boolean =>
  count === undefined ||
  count.stands +
    count.unevidenced +
    count.denied +
    count.open +
    count.tooFewOrigins +
    count.possible +
    count.undated +
    count.out ===
    0;

function claims(answer: Answer): string {
  const acting = (dataset: string) => {
    const group = answer.groups.find((g) => g.dataset === dataset && g.key[0] === 'actors');
    return answer.question.id === 'joint' && group !== undefined && group.stands > 0
      ? `, in ${group.stands.toLocaleString('en')} of those that stand all ${answer.filters.states.length === 0 ? 'principals' : 'of them'} act`
      : '';
  };
  return `Of ${subjectOf(answer)}, ${byDataset(
    answer,
    (dataset) => {
      const count = answer.byDataset[dataset];
      return count === undefined || isEmpty(count) ? null : `${counted(count)}${acting(dataset)}`;
    },
    'there are none',
  )}`;
}

function triads(answer: Answer): string {
  const sign = answer.filters.sign.includes('-') ? 'conflictive' : 'cooperative';
  const how = {
    'pairs-only': `tied pairwise by ${sign} claims of two and joined by no claim of all three`,
    'pairs-and-joint': `tied pairwise by ${sign} claims of two and joined by a claim of all three`,
    'hub-and-spoke': `made of a hub, tied by ${sign} claims of two to each of two that are not tied to each other, and of no claim of all three`,
  }[answer.question.id];
  const name = (key: readonly string[]) =>
    answer.question.id === 'hub-and-spoke'
      ? `${nameOf(answer, key[0] ?? '')} with ${listed(namesOf(answer, key.slice(1)))}`
      : listed(namesOf(answer, key));
  const names = namesOf(answer, answer.filters.states);
  return `Of ${names.length === 0 ? 'all triads' : `the triads of ${listed(names)}`}, ${byDataset(
    answer,
    (dataset) => {
      const groups = answer.groups.filter((g) => g.dataset === dataset);
      const sure = groups.filter((g) => g.certainty === 'sure');
      if (groups.length === 0) return null;
      const hubs = new Set(sure.map((g) => g.key[0])).size;
      const around =
        answer.question.id === 'hub-and-spoke' && sure.length > 1 ? `, around ${many(hubs, 'hub')},` : '';
      const named =
        sure.length > 0 && sure.length <= NAMED ? ` (${sure.map((g) => name(g.key)).join('; ')})` : '';
      const possible = groups.length - sure.length;
      return `${sure.length === 0 ? 'none' : sure.length.toLocaleString('en')}${named}${around} ${sure.length === 1 || sure.length === 0 ? 'is' : 'are'} ${how}${possible === 0 ? '' : `, ${possible.toLocaleString('en')} more possibly`}`;
    },
    `none is ${how}`,
  )}`;
}

function pairs(answer: Answer): string {
  const names = namesOf(answer, answer.filters.states);
  return `Of the pairs ${names.length === 0 ? 'of the whole world' : `among ${listed(names)}`}, ${byDataset(
    answer,
    (dataset) => {
      const count = answer.byDataset[dataset];
      if (count === undefined || isEmpty(count)) return null;
      const signs = [
        [count.bySign['+'], 'cooperatively'],
        [count.bySign['-'], 'in conflict'],
        [count.bySign['0'], 'neutrally'],
      ] as const;
      const tied = signs
        .filter(([n]) => n > 0)
        .map(([n, word]) => `${n.toLocaleString('en')} ${n === 1 ? 'is' : 'are'} tied ${word}`);
      const beside = count.possible + count.undated;
      return [
        tied.length === 0 ? 'none is surely tied' : listed(tied),
        ...(beside === 0 ? [] : [`${beside.toLocaleString('en')} more possibly or without a date`]),
        ...ownPairs(answer, dataset),
      ].join(', ');
    },
    'none is tied',
  )}`;
}

/** How many pairs have a claim of two; not told where the answer does not carry all pairs. */
function ownPairs(answer: Answer, dataset: string): string[] {
  const own = answer.pairs.filter((p) => p.dataset === dataset && p.bilateral > 0);
  const n = new Set(own.map((p) => `${p.a} ${p.b}`)).size;
  return answer.truncated !== null || n === 0 ? [] : [`${n.toLocaleString('en')} of them by a claim of two`];
}

/** How many claims have one, two, three, four or more principals, and of how many not all parties are known. */
function sizes(answer: Answer): string {
  return `Of ${subjectOf(answer)} that stand, ${byDataset(
    answer,
    (dataset) => {
      const groups = answer.groups.filter((g) => g.dataset === dataset && g.stands > 0);
      const sum = (test: (key: string) => boolean) =>
        groups.filter((g) => test(g.key[0] ?? '')).reduce((n, g) => n + g.stands, 0);
      const words = [
        [sum((k) => k === '1'), 'one principal'],
        [sum((k) => k === '2'), 'two'],
        [sum((k) => k === '3'), 'three'],
        [sum((k) => !k.endsWith('+') && Number(k) >= 4), 'four or more'],
      ] as const;
      const unknown = sum((k) => k.endsWith('+'));
      const known = words
        .filter(([n]) => n > 0)
        .map(([n, w]) => `${n.toLocaleString('en')} ${n === 1 ? 'has' : 'have'} ${w}`);
      const all = [
        ...known,
        ...(unknown === 0 ? [] : [`of ${unknown.toLocaleString('en')} not all principals are known`]),
      ];
      return all.length === 0 ? null : listed(all);
    },
    'there are none',
  )}`;
}

function sides(answer: Answer): string {
  const names = namesOf(answer, answer.filters.states);
  const who = names.length === 0 ? 'at least two principals' : listed(names);
  return `Of the claims that stand, ${byDataset(
    answer,
    (dataset) => {
      const of = (word: string) =>
        answer.groups
          .filter((g) => g.dataset === dataset && g.key[0] === word)
          .reduce((n, g) => n + g.stands, 0);
      const [same, opposite] = [of('same'), of('opposite')];
      return same + opposite === 0
        ? null
        : `${same.toLocaleString('en')} ${same === 1 ? 'has' : 'have'} ${who} on one side and ${opposite.toLocaleString('en')} ${opposite === 1 ? 'has' : 'have'} ${names.length > 2 ? 'some of them' : 'them'} on opposite sides`;
    },
    `none has ${who} on one side or on opposite sides`,
  )}`;
}

function paths(answer: Answer): string {
  const found = answer.paths;
  if (found === null) return claims(answer);
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

function changes(answer: Answer): string {
  const found = answer.changes;
  if (found === null) return claims(answer);
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
  const say = (counts: (typeof found.sure)[string] | undefined) =>
    happenings.flatMap((w) => {
      const n = counts?.[w] ?? 0;
      return n === 0
        ? []
        : [`${n.toLocaleString('en')} ${(words[w] ?? [`is ${w}`, `are ${w}`])[n === 1 ? 0 : 1]}`];
    });
  return `${what}, of the claims ${names.length === 0 ? 'of the whole world' : `of ${listed(names, 'or')}`}, ${byDataset(
    answer,
    (dataset) => {
      const sure = say(found.sure[dataset]);
      const possible = say(found.possible[dataset]);
      const all = [
        ...(sure.length === 0 ? [] : [listed(sure)]),
        ...(possible.length === 0 ? [] : [`possibly ${listed(possible)}`]),
      ];
      return all.length === 0 ? null : all.join(', ');
    },
    'none changed',
  )}`;
}

function bloc(answer: Answer): string {
  const report = answer.bloc;
  if (report === null) return claims(answer);
  const names = listed(namesOf(answer, report.states));
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
          ? 'no claim that has a commitment joins all of them'
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
