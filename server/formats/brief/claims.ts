// The claims of a brief: as a table, and what the sources say of those that are in doubt.
import type { Answer, JudgedClaim } from '../../../model/answer.ts';
import { gradeOf } from '../../../model/confidence.ts';
import { orUncovered } from '../../../model/coverage.ts';
import { datasetOf } from '../../../model/id.ts';
import { counts, standing, weighable } from '../../../model/judge.ts';
import { resolveLens } from '../../../model/lens.ts';
import { listed, many, nameOf, numberWords } from '../../../model/phrase.ts';
import type { Source } from '../../../model/source.ts';
import type { Statement } from '../../../model/statement.ts';
import { whenAlone } from '../../../model/when.ts';
import { whoSays } from '../said.ts';
import { type Block, type Line, text } from './blocks.ts';
import type { Sources } from './sources.ts';

/** So many claims are listed; nobody reads on, and a file of data has all of them. */
const MOST = 200;

const rank = (c: JudgedClaim) => (c.stands ? 0 : 1);

/** The claims as a table: who, what, when, in which state, for, against, origins, grades, sources. */
export function claimTable(answer: Answer, told: readonly JudgedClaim[], sources: Sources): Block[] {
  const sorted = [...told].sort((a, b) => rank(a) - rank(b));
  const rows = sorted.slice(0, MOST).map((c) => {
    const statements = countingOf(answer, c);
    return [
      [{ strong: c.claim.title }, ' ', { code: c.claim.id }],
      [whoOf(answer, c)],
      [c.claim.when === undefined ? 'not dated' : whenAlone(c.claim.when)],
      [stateWords(c)],
      [numberWords(c.for, c.originsFor)],
      [numberWords(c.against, c.originsAgainst)],
      [`${c.originsFor} / ${c.originsAgainst}`],
      [gradesOf(answer, c, statements)],
      sources.marks(c, statements),
    ] as Line[];
  });
  const left = told.length - rows.length;
  return [
    ...(rows.length === 0
      ? [text(orUncovered(answer, 'No claims.'))]
      : [
          {
            kind: 'table' as const,
            head: [
              'What',
              'Who',
              'When',
              'State',
              'For',
              'Against',
              'Origins for / against',
              'Grade',
              'Sources',
            ],
            rows,
          },
        ]),
    ...(left > 0
      ? [
          text(
            `${many(left, 'more claim')} ${left === 1 ? 'is' : 'are'} not listed here; a file of data has all of them.`,
          ),
        ]
      : []),
    ...(answer.truncated === null
      ? []
      : [
          text(
            `Of ${many(answer.truncated.of, 'claim')} found, ${answer.truncated.shown} were read for this brief.`,
          ),
        ]),
  ];
}

/** Principals by name, those in question first, with who acted for them; what is not known of them is said. */
function whoOf(answer: Answer, { claim, principals, day }: JudgedClaim): string {
  const asked = new Set(answer.filters.states);
  const sorted = [...principals.filter((id) => asked.has(id)), ...principals.filter((id) => !asked.has(id))];
  const names = sorted.map((id) => {
    const by = claim.parties
      .filter((p) => p.entity === id)
      .flatMap((p) => (p.by === undefined ? [] : [p.by].flat()))
      .map((person) => nameOf(answer, person));
    return `${nameOf(answer, id)}${by.length === 0 ? '' : ` (by ${listed(by)})`}`;
  });
  // Where who takes part changes, the row is of one of the days.
  const then = day === null ? '' : `, on ${day}`;
  return `${names.join(', ')}${claim.incomplete ? ', and others not known' : ''}${then}`;
}

function stateWords(c: JudgedClaim): string {
  const few = !c.stands && c.state !== null && standing.includes(c.state) ? ', of too few origins' : '';
  const date =
    c.certainty === 'sure'
      ? ''
      : `, ${c.certainty === 'undated' ? 'without a date' : 'possible by some reading of a date'}`;
  return `${c.state ?? 'out'}${few}${c.stands || few !== '' ? '' : ', does not stand'}${date}`;
}

/** The statements of a claim that count through the lens. */
export function countingOf(answer: Answer, c: JudgedClaim): Statement[] {
  const lens = resolveLens(answer.lens, answer.question.over);
  return c.statements.filter((s) => counts(weighable(s, sourceOf(answer, c, s)), lens) !== 'no');
}

export const sourceOf = (answer: Answer, c: JudgedClaim, s: Statement): Source | undefined =>
  answer.sources.find((x) => x.id === s.source && x.dataset === datasetOf(c.claim.id));

function gradesOf(answer: Answer, c: JudgedClaim, statements: readonly Statement[]): string {
  const grades = statements.map((s) => gradeOf(sourceOf(answer, c, s)?.reliability, s.credibility));
  const given = [...new Set(grades.filter((g) => g !== null))];
  return given.length === 0 ? '–' : given.join(', ');
}

/** Both sides' words on what is contested or unverified. */
export const contested = (answer: Answer, told: readonly JudgedClaim[], sources: Sources): Block[] =>
  words(
    answer,
    told.filter((c) => c.state === 'contested' || c.state === 'unverified'),
    sources,
  );

/** What was looked for and not found, what is denied, what is open. */
export const absent = (answer: Answer, told: readonly JudgedClaim[], sources: Sources): Block[] =>
  words(
    answer,
    told.filter((c) => c.state !== null && !standing.includes(c.state)),
    sources,
  );

/** What each source says of some claims. */
function words(answer: Answer, told: readonly JudgedClaim[], sources: Sources): Block[] {
  if (told.length === 0) return [text(orUncovered(answer, 'None of these claims.'))];
  const left = told.length - MOST;
  return [
    ...told
      .slice(0, MOST)
      .flatMap((c): Block[] => [
        text({ strong: c.claim.title }, ` (${c.state})`),
        { kind: 'list', items: countingOf(answer, c).map((s) => saying(answer, c, s, sources)) },
      ]),
    ...(left > 0 ? [text(`${many(left, 'more claim')} ${left === 1 ? 'is' : 'are'} not listed here.`)] : []),
  ];
}

const stanceWords: Record<Statement['stance'], string> = {
  asserts: 'asserting it',
  denies: 'denying it',
  qualifies: 'qualifying it',
  'reports-absence': 'reporting that there is no evidence of it',
};

/** One source's word: who, what, with which number and grade, in which words, where. */
function saying(answer: Answer, c: JudgedClaim, s: Statement, sources: Sources): Line {
  const source = sourceOf(answer, c, s);
  const who = whoSays(s, source, (id) => nameOf(answer, id));
  const grade = gradeOf(source?.reliability, s.credibility);
  const confidence = s.confidence === null ? 'confidence unknown' : `confidence ${s.confidence}`;
  return [
    { strong: who },
    `, ${stanceWords[s.stance]} (${[confidence, ...(grade === null ? [] : [grade]), ...(s.basis === 'stated' ? [] : [s.basis])].join(', ')})`,
    ...(s.quote === undefined ? [] : [`: “${s.quote.exact}”`]),
    ' ',
    ...sources.marks(c, [s]),
  ];
}
