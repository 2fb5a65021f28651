// A brief: what an analyst hands in. Their judgement where one is written, then the evidence, computed and cited. No prose
// is made up, and the same view of the same loads gives the same brief, byte for byte.
import { toSearch } from '../../../model/address.ts';
import type { Answer, JudgedClaim } from '../../../model/answer.ts';
import { rungWords } from '../../../model/commitment.ts';
import { strictest } from '../../../model/confidence.ts';
import { isUncovered } from '../../../model/coverage.ts';
import { tellsGroups } from '../../../model/group.ts';
import { counted, listed, nameOf } from '../../../model/phrase.ts';
import { sentence } from '../../../model/sentence.ts';
import type { View } from '../../../model/view.ts';
import { lensTime } from '../../../model/when.ts';
import type { Written } from '../../../model/written.ts';
import { rowsText } from '../../text/answer-text.ts';
import { headOf } from '../head.ts';
import { type Block, type Line, outlineOf, text } from './blocks.ts';
import { absent, claimTable, contested, countingOf, sourceOf } from './claims.ts';
import { Sources } from './sources.ts';

/**
 * The brief on an answer.
 * @param view what it is the answer of: the address of the same view is told
 * @param written the analyst's own words; they stand apart and are labelled as theirs
 */
export function briefOf(
  answer: Answer,
  view: View,
  written: Written = {},
): { title: string; blocks: Block[] } {
  const sources = new Sources(answer);
  const title = written.title ?? `${answer.question.label}: ${scopeOf(answer)}${lensTime(answer.lens)}`;
  const told = answer.claims.filter((c) => c.state !== null);
  const evidence = [
    ...answered(answer, told),
    part('Claims'),
    ...claimTable(answer, told, sources),
    part('Contested and unverified'),
    ...contested(answer, told, sources),
    part('Looked for and not found, denied, open'),
    ...absent(answer, told, sources),
    ...coverage(answer),
  ];
  return {
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...markingOf(answer, told),
      text(`Asked of ${scopeOf(answer)}${lensTime(answer.lens)}: ${answer.question.description}`),
      ...judgementBlocks(written),
      heading('Evidence'),
      { kind: 'label', text: 'Computed by Entente from what sources state; no judgement' },
      ...evidence,
      heading('Lens'),
      text(`${sentenceCase(headOf(answer, answer.datasets, leaving(answer)).lens)}.`),
      ...bound(answer),
      heading('Sources'),
      ...dataTerms(answer),
      { kind: 'numbered', items: sources.cited() },
      { kind: 'heading', level: 2, text: 'Appendix: queries', appendix: true },
      ...queries(answer),
      heading('The same view'),
      {
        kind: 'text',
        line: ['Address in Entente: ', { code: `/?${toSearch({ ...view, question: answer.question.id })}` }],
      },
      text(`Entente ${answer.version}.`),
    ],
  };
}

const heading = (words: string): Block => ({ kind: 'heading', level: 2, text: words });
const part = (words: string): Block => ({ kind: 'heading', level: 3, text: words });
const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const leaving = (answer: Answer) => ({
  form: 'claims' as const,
  part: 'answer' as const,
  marking: answer.lens.marking,
  withheld: { claims: 0, statements: 0 },
});

function scopeOf(answer: Answer): string {
  const { states } = answer.filters;
  return states.length === 0 ? 'the whole world' : listed(states.map((id) => nameOf(answer, id)));
}

function judgementBlocks({ judgement, notes }: Written): Block[] {
  if (judgement === undefined && notes === undefined) return [];
  const said = (name: string, words: string | undefined): Block[] =>
    words === undefined ? [] : [text({ strong: `${name}: ` }, words)];
  return [
    heading('Judgement'),
    { kind: 'label', text: "The analyst's own; not computed" },
    ...(judgement === undefined
      ? []
      : [
          text(judgement.text),
          ...said('Likelihood (ICD 203)', judgement.likelihood),
          // Likelihood and confidence never stand in one sentence.
          ...said('Confidence in this judgement', judgement.confidence),
          ...said('That confidence rests on', judgement.because),
          ...said('Assumptions', judgement.assumptions),
          ...said('Gaps', judgement.gaps),
          ...said('Dissent', judgement.dissent),
          text(`Signed ${judgement.signed}, ${judgement.dated}.`),
        ]),
    ...said('Notes', notes),
  ];
}

/** The answer in one paragraph with its counts, the picture, and what only this question tells. */
function answered(answer: Answer, told: readonly JudgedClaim[]): Block[] {
  const perSet = Object.entries(answer.byDataset).map(
    ([id, count]): Line => [
      { strong: id },
      `: ${counted(count, isUncovered(answer, id) ? 'not covered' : undefined)}.`,
    ],
  );
  const reports = answer.bloc !== null || answer.paths !== null || answer.changes !== null;
  const tables = answer.question.counts !== 'claim' || tellsGroups(answer);
  return [
    text(sentence(answer)),
    ...(perSet.length === 0 ? [] : [{ kind: 'list' as const, items: perSet }]),
    ...(told.length === 0 ? [] : [figure]),
    ...(reports || tables ? [part('The answer in full'), inFull(rowsText(answer), reports)] : []),
    ...(answer.bloc === null ? [] : [text(ladder)]),
  ];
}

/** What the numbers of the report are; who reads the brief has no legend beside it. */
const ladder = `Commitment is an order and not a measure: ${Object.entries(rungWords)
  .map(([rung, words]) => `${rung} ${words}`)
  .join(', ')}.`;

/** Reports are lines under lines; tables keep their columns. */
const inFull = (rows: string, isReport: boolean): Block =>
  isReport ? { kind: 'outline', lines: outlineOf(rows) } : { kind: 'code', language: 'text', text: rows };

const figure: Block = {
  kind: 'figure',
  caption: 'Claims as they are judged through the lens below. Ties between pairs are derived from claims.',
};

function coverage(answer: Answer): Block[] {
  const words = {
    yes: 'covers this',
    partly: 'covers it in part',
    no: 'does not cover this',
    undeclared: 'does not say what it covers',
  };
  return [
    part('What is covered'),
    {
      kind: 'list',
      items: answer.coverage.map(
        ({ dataset, covers, detail, exhaustive }): Line => [
          { strong: dataset },
          ` ${words[covers]}${covers === 'yes' || covers === 'partly' ? (exhaustive ? ', exhaustively' : ', not exhaustively: silence there says nothing') : ': silence there says nothing'}. Its coverage: ${detail}`,
        ],
      ),
    },
  ];
}

/** The data sets with their terms. */
function dataTerms(answer: Answer): Block[] {
  return [
    {
      kind: 'list',
      items: answer.datasets.map(
        (d): Line => [
          { strong: d.title },
          `${d.version === undefined ? '' : ` ${d.version}`}, load ${answer.loads[d.id]}. ${d.citation === undefined ? '' : `Cite as: ${d.citation.replace(/\.$/, '')}. `}${d.licence === undefined ? '' : `Licence: ${d.licence}.`}${d.marking === undefined ? '' : ` ${d.marking}.`}`,
        ],
      ),
    },
  ];
}

/** The strictest marking of what the brief tells. */
function markingOf(answer: Answer, told: readonly JudgedClaim[]): Block[] {
  const marking = strictest([
    ...answer.datasets.map((d) => d.marking),
    ...told.flatMap((c) =>
      countingOf(answer, c).flatMap((s) => [s.marking, sourceOf(answer, c, s)?.marking]),
    ),
  ]);
  return marking === null ? [] : [{ kind: 'label', text: marking }];
}

const bound = ({ lens: { marking } }: Answer): Block[] =>
  marking === null
    ? []
    : [text(`Nothing above ${marking} is in this brief: it is withheld, and does not count.`)];

/** What a query ran with. Under a bound the ids that were found are left out: some are of what is withheld. */
function ranWith({ lens }: Answer, parameters: Record<string, unknown>): Record<string, unknown> {
  if (lens.marking === null) return parameters;
  const { loads, states } = (parameters.scope ?? {}) as Record<string, unknown>;
  return { ...parameters, scope: { loads, states } };
}

function queries(answer: Answer): Block[] {
  return answer.queries.flatMap(({ name, cypher, parameters }) => [
    { kind: 'heading' as const, level: 3 as const, text: name },
    { kind: 'code' as const, language: 'cypher', text: cypher.trim() },
    { kind: 'code' as const, language: 'json', text: JSON.stringify(ranWith(answer, parameters)) },
  ]);
}
