// What leaves, made of entries without a graph: for tests of formats on generated data.
import type { AnswerHead } from '../../model/answer.ts';
import { strictest } from '../../model/confidence.ts';
import { countOf } from '../../model/count.ts';
import { coverageOf } from '../../model/coverage.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Entity } from '../../model/entity.ts';
import type { Entry, EntryType } from '../../model/entry.ts';
import type { Form } from '../../model/export.ts';
import { type Judgement, judge, weighable } from '../../model/judge.ts';
import { defaultLens, resolveLens } from '../../model/lens.ts';
import { prepare } from '../../model/parties.ts';
import { noFilters, noOptions } from '../../model/question.ts';
import type { Source } from '../../model/source.ts';
import type { Statement } from '../../model/statement.ts';
import { Ties } from '../../model/ties.ts';
import type { Format, Outgoing, Told } from '../../server/formats/format.ts';
import { headOf } from '../../server/formats/head.ts';
import { questions } from '../../server/graph/queries.ts';
import { version } from '../../server/version.ts';
import { vocabulary } from '../../server/vocabulary.ts';

type Piece = Dataset | Source | Entity | Told;

/**
 * All of some entries, as `around` without states gives them; what does not count through the lens is there as well.
 * @param places by business key
 */
export function outgoingOf(
  entries: readonly Entry[],
  form: Form = 'claims',
  places: Outgoing['places'] = new Map(),
): Outgoing {
  const lens = resolveLens(defaultLens);
  const ties = new Ties(lens);
  const sources = new Map(entries.flatMap((e) => (e.type === 'source' ? [[`${e.dataset} ${e.id}`, e]] : [])));
  const pieces: Piece[] = [];
  const stated = new Map<string, Statement[]>();
  for (const entry of entries)
    if (entry.type === 'statement') stated.set(entry.claim, [...(stated.get(entry.claim) ?? []), entry]);
  const markings = entries.map((e) => ('marking' in e ? e.marking : undefined));
  for (const entry of entries) {
    if (entry.type === 'statement') continue;
    if (entry.type !== 'claim') {
      pieces.push(entry);
      continue;
    }
    const statements = stated.get(entry.id) ?? [];
    const home = entry.id.slice(0, entry.id.indexOf('/'));
    const prepared = prepare(entry, vocabulary());
    const weighed = statements.map((s) => weighable(s, sources.get(`${home} ${s.source}`)));
    const judgements = judge(prepared, weighed, lens);
    ties.add(prepared, judgements);
    const { nature, context, commitment } = prepared;
    const told = toldOf(judgements);
    pieces.push({ type: 'told', claim: entry, statements, groups: [], nature, context, commitment, ...told });
  }
  const datasets = pieces.filter((p): p is Dataset => p.type === 'dataset');
  const entities = pieces.filter((p): p is Entity => p.type === 'entity');
  const answer = answerHead(datasets, pieces);
  const leaving = {
    form,
    part: 'answer' as const,
    marking: strictest(markings),
    withheld: { claims: 0, statements: 0 },
  };
  return {
    head: headOf(answer, datasets, leaving),
    answer,
    form,
    pieces: () => streamed(pieces),
    ties: async () => ({ datasets, entities, ties: ties.rows() }),
    places,
  };
}

async function* streamed<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** A claim is told by the first of its days that is sure, else by the first. */
function toldOf(judgements: readonly Judgement[]) {
  const [first] = judgements;
  const j = judgements.find((x) => x.certainty === 'sure') ?? first;
  if (j === undefined) throw new Error('without a date every claim is judged');
  const { possible, actors, sign, state, originsFor, originsAgainst, stands, certainty, day } = j;
  return {
    principals: possible,
    actors,
    sign,
    state,
    for: j.for,
    against: j.against,
    originsFor,
    originsAgainst,
    stands,
    certainty,
    day,
  };
}

function answerHead(datasets: Dataset[], pieces: readonly Piece[]): AnswerHead {
  const question = questions().find((q) => q.id === 'around');
  if (question === undefined) throw new Error('there is no question around');
  const { unknown, over, from, until } = resolveLens(defaultLens, question.over);
  return {
    question,
    filters: noFilters,
    options: noOptions,
    lens: defaultLens,
    resolved: { unknown, over, from, until },
    loads: Object.fromEntries(datasets.map((d) => [d.id, `${d.id}@2026-01-01T00:00:00.000Z`])),
    count: countOf(pieces.filter((p): p is Told => p.type === 'told')),
    byDataset: {},
    groupCount: null,
    exact: true,
    truncated: null,
    coverage: coverageOf(datasets, [], { from, until }),
    queries: [],
    answeredAt: '2026-01-01T00:00:00.000Z',
    version,
  };
}

/** All that a format writes. */
export async function bytesOf(format: Format, outgoing: Outgoing): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of format.encode?.(outgoing) ?? []) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Bytes in pieces that part lines and letters. */
export async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 61) yield bytes.subarray(at, at + 61);
}

/** What a format reads, entry by entry. @param name of the file @throws Error where the file has a problem */
export async function read(format: Format, bytes: Buffer, name?: string): Promise<{ type: string }[]> {
  const entries: { type: string }[] = [];
  for await (const decoded of format.decode?.(inPieces(bytes), name) ?? []) {
    if ('problem' in decoded) throw new Error(JSON.stringify(decoded.problem));
    entries.push(decoded.entry as { type: string });
  }
  return entries;
}

const kinds: EntryType[] = ['dataset', 'source', 'entity', 'claim', 'statement'];

/** Entries kind by kind: what has an order in a data set is the place of an entry among those of its kind. */
export const byKind = <T extends { type: string }>(entries: readonly T[]): T[] =>
  kinds.flatMap((type) => entries.filter((e) => e.type === type));
