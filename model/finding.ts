// What an answer found, in words and numbers, for each question; part of the sentence that can be quoted.
import type { Answer } from './answer.ts';
import { isUncovered } from './coverage.ts';
import { blocFound, chainsFound, changesFound } from './finding-reports.ts';
import { groupName, restWords } from './group.ts';
import { besides, byDataset, counted, doubted, isEmpty, listed, many, nameOf, namesOf } from './phrase.ts';

/** Groups are named where there are no more than these. */
const NAMED = 3;

export function findingOf(answer: Answer): string {
  if (isNotCovered(answer)) return notCovered(answer);
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
      return answer.paths === null ? claims(answer) : chainsFound(answer, answer.paths);
    case 'changes':
      return answer.changes === null ? claims(answer) : changesFound(answer, answer.changes);
    case 'bloc':
      return answer.bloc === null ? claims(answer) : blocFound(answer, answer.bloc);
    default:
      return claims(answer);
  }
}

/** That nothing was found, by whom, and that this is not none. */
function notCovered(answer: Answer): string {
  const of = (covers: string, one: string, more: string) => {
    const list = answer.coverage.filter((c) => c.covers === covers).map((c) => c.dataset);
    return list.length === 0 ? [] : [`${listed(list)} ${list.length === 1 ? one : more}`];
  };
  const not = of('no', 'does not cover this', 'do not cover this');
  const undeclared = of('undeclared', 'does not say what it covers', 'do not say what they cover');
  const why = answer.coverage.length === 0 ? ['no data set is loaded'] : [...not, ...undeclared];
  const head = not.length === 0 && undeclared.length > 0 ? 'Nothing found' : 'Not covered';
  return `${head}: ${listed(why)}, which does not say that there are no ${subjectOf(answer)}`;
}

/** Whether nothing was found and nothing that was looked at is known to cover what was asked. */
export function isNotCovered(answer: Pick<Answer, 'coverage' | 'claims' | 'pairs'>): boolean {
  return (
    answer.claims.length === 0 &&
    answer.pairs.length === 0 &&
    answer.coverage.every((line) => line.covers === 'no' || line.covers === 'undeclared')
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
      return count === undefined || isEmpty(count)
        ? null
        : `${counted(count, isUncovered(answer, dataset) ? 'none is known to stand' : undefined)}${acting(dataset)}`;
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
  const name = (key: readonly string[]) => groupName(answer, key, (id) => nameOf(answer, id));
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
      const doubtful = restWords(sure.filter((g) => g.rests !== 'asserted'));
      return `${sure.length === 0 ? 'none' : sure.length.toLocaleString('en')}${named}${around} ${sure.length === 1 || sure.length === 0 ? 'is' : 'are'} ${how}${doubtful === '' ? '' : ` (${doubtful})`}${possible === 0 ? '' : `, ${possible.toLocaleString('en')} more possibly`}`;
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
      const doubtful = count.contested + count.unverified;
      return [
        tied.length === 0 ? 'none is surely tied' : listed(tied),
        ...(doubtful === 0
          ? []
          : [`${doubtful.toLocaleString('en')} of these contested or unverified at best`]),
        ...(beside === 0 ? [] : [`${beside.toLocaleString('en')} more possibly or without a date`]),
        ...ownPairs(answer, dataset),
      ].join(', ');
    },
    'none is tied',
  )}`;
}

/** How many pairs have a claim of two, how many claims of many alone; not told where the answer does not carry all. */
function ownPairs(answer: Answer, dataset: string): string[] {
  if (answer.truncated !== null) return [];
  const tied = answer.pairs.filter((p) => p.dataset === dataset && p.sign !== '0');
  const named = (pairs: typeof tied) => new Set(pairs.map((p) => `${p.a} ${p.b}`));
  const own = named(tied.filter((p) => p.bilateral > 0)).size;
  const few = named(tied.filter((p) => p.least !== null && p.least < 4));
  const many = [...named(tied.filter((p) => p.least !== null))].filter((pair) => !few.has(pair)).length;
  return [
    ...(own === 0 ? [] : [`${own.toLocaleString('en')} of them by a claim of two`]),
    ...(many === 0 ? [] : [`${many.toLocaleString('en')} of them only by claims of four or more`]),
  ];
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
      return withRest(answer, dataset, all.length === 0 ? null : listed(all), 'there is surely none');
    },
    'there are none',
  )}`;
}

function sides(answer: Answer): string {
  const names = namesOf(answer, answer.filters.states);
  const who = names.length === 0 ? 'at least two principals' : listed(names);
  const none = `none has ${who} on one side or on opposite sides`;
  return `Of the claims that stand, ${byDataset(
    answer,
    (dataset) => {
      const of = (word: string) =>
        answer.groups
          .filter((g) => g.dataset === dataset && g.key[0] === word)
          .reduce((n, g) => n + g.stands, 0);
      const [same, opposite] = [of('same'), of('opposite')];
      const found =
        same + opposite === 0
          ? null
          : `${same.toLocaleString('en')} ${same === 1 ? 'has' : 'have'} ${who} on one side and ${opposite.toLocaleString('en')} ${opposite === 1 ? 'has' : 'have'} ${names.length > 2 ? 'some of them' : 'them'} on opposite sides`;
      return withRest(answer, dataset, found, `surely ${none}`);
    },
    none,
  )}`;
}

/** With how many claims of a data set are in doubt, and how many stand beside those that stand; null where there is neither. */
function withRest(answer: Answer, dataset: string, found: string | null, none: string): string | null {
  const count = answer.byDataset[dataset];
  if (count === undefined) return found;
  const doubtful = doubted(count);
  const beside = besides(count);
  if (found === null && count.possible + count.undated === 0) return null;
  return [
    found ?? none,
    ...(doubtful.length === 0 ? [] : [`of these ${listed(doubtful)}`]),
    ...(beside.length === 0 ? [] : [`beside them ${listed(beside)}`]),
  ].join(', ');
}
