// Entities: found by what somebody types, told with whom they represent, and counted around before they are expanded.
import { distance } from 'fastest-levenshtein';
import type { ClaimRow } from '../model/answer.ts';
import type { EntityDetail, Found, Hit, Neighbours } from '../model/api.ts';
import { bandOf, type Confidence } from '../model/confidence.ts';
import { countOf } from '../model/count.ts';
import type { LoadId } from '../model/id.ts';
import { type Lens, resolveLens } from '../model/lens.ts';
import { type Filters, noFilters } from '../model/question.ts';
import { byClaim } from './count.ts';
import type { Graph } from './graph/graph.ts';
import { parametersFor, query } from './graph/queries.ts';
import { parametersOf, Reader } from './reader.ts';
import { scopeOf } from './scope.ts';
import { unknownEntity } from './unknown-entity.ts';

/**
 * Finds entities, claims and sources by what somebody types: a name in any language, a code, words of a title, also
 * with small slips.
 */
export async function find(graph: Graph, text: string, limit: number): Promise<Found> {
  const words = wordsOf(text);
  if (words.length === 0) return { hits: [], suggestion: null };
  const loads = Object.values((await scopeOf(graph, { datasets: [] })).loads);
  const search = async (joined: string) => {
    const asked = query('fetch/search');
    const values = { loads, words: words.map(luceneOf).join(joined) };
    return (await graph.read(asked, parametersFor(asked, values))) as unknown as FoundRow[];
  };
  const all = await search(' AND ');
  const rows = all.length > 0 ? all : await search(' OR ');
  const asked = words.map(folded).join(' ');
  const hits = rows.map((row) => hitOf(row, asked));
  hits.sort((a, b) => a.rank - b.rank || a.far - b.far || b.hit.score - a.hit.score);
  const [best] = hits;
  // The index finds single signs of a word as well. Some words of those that were typed are enough where nothing has all.
  const kept = hits.filter((h) => h.rank <= NEAR || (h.rank === SOME && best?.rank === SOME));
  return {
    hits: kept.slice(0, limit).map((h) => h.hit),
    suggestion: best === undefined || kept.length === 0 || best.rank < NEAR ? null : best.hit.name,
  };
}

interface FoundRow extends Omit<Hit, 'name'> {
  /** The English name or the title first. */
  names: string[];
}

const folded = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Letters and digits alone, so that nothing that is typed is Lucene's syntax; its operators are in capitals. */
function wordsOf(text: string): string[] {
  const found =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return found
    .filter((word) => folded(word) !== '')
    .slice(0, 8)
    .map((word) => [...word].slice(0, 40).join(''));
}

/** How many slips of the pen are forgiven in a word. */
const slipsIn = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** A word as it is, as a beginning, and with one slip (two in a long word). */
function luceneOf(word: string): string {
  const plain = folded(word);
  const slips = slipsIn(plain) === 0 ? [] : [`${plain}~${slipsIn(plain)}`];
  return `(${[`${word}^8`, `${plain}^6`, `${plain}*^4`, ...slips].join(' OR ')})`;
}

/** Ranks from which on a name does not begin with what was typed: it is near, some words of it are, it is another. */
const NEAR = 3;
const SOME = 4;
const OTHER = 5;

/** How well a name fits: 0 it is it, 1 it begins with it, 2 words of it do, then NEAR, SOME, OTHER. */
function rankOf(name: string, asked: string): number {
  const plain = wordsOf(name).map(folded).join(' ');
  if (plain.replaceAll(' ', '') === asked.replaceAll(' ', '')) return 0;
  if (plain.startsWith(asked)) return 1;
  const words = plain.split(' ');
  const sought = asked.split(' ');
  if (sought.every((a) => words.some((w) => w.startsWith(a)))) return 2;
  const near = sought.filter((a) => words.some((w) => w.startsWith(a) || isSlip(w, a)));
  return near.length === sought.length ? NEAR : near.length > 0 ? SOME : OTHER;
}

/** Whether a word is another with so few slips as are looked for; two letters that changed places are one. */
function isSlip(word: string, typed: string): boolean {
  const far = distance(word, typed);
  const swapped = far === 2 && [...word].sort().join('') === [...typed].sort().join('');
  return (swapped ? 1 : far) <= slipsIn(typed);
}

interface Ranked {
  hit: Hit;
  rank: number;
  /** How far the name that fits best is from what was typed, in letters. */
  far: number;
}

/** The hit under its English name or title; the name of an entity that fits best stands beside it. */
function hitOf({ names, ...row }: FoundRow, asked: string): Ranked {
  const [name = row.id] = names;
  const ranked = [name, ...names].map((n) => ({
    n,
    rank: rankOf(n, asked),
    far: distance(folded(n), asked),
  }));
  const best = ranked.reduce((a, b) => (b.rank < a.rank || (b.rank === a.rank && b.far < a.far) ? b : a));
  const beside = row.kind === 'entity' && best.n !== name && best.n !== row.detail ? [best.n] : [];
  const detail = [...beside, row.detail].filter((d) => d !== '').join(', ');
  return { hit: { ...row, name, detail }, rank: best.rank, far: best.far };
}

/**
 * One entity with those that it represents and that represent it, and a count of its claims.
 * @throws MissingError `unknown-entity`
 */
export async function entityDetail(graph: Graph, id: string, lens: Lens): Promise<EntityDetail> {
  const loads = Object.values((await scopeOf(graph, lens)).loads);
  return graph.reading(query('questions/around'), (reading) =>
    detailOf(new Reader(reading), id, lens, loads),
  );
}

async function detailOf(reader: Reader, id: string, lens: Lens, loads: LoadId[]): Promise<EntityDetail> {
  const entities = await reader.entities(loads, [id]);
  const entity = entities.find((e) => e.id === id);
  if (entity === undefined) throw unknownEntity(id);
  const represented = new Set((entity.represents ?? []).map((r) => r.entity));
  const by = (await reader.read('fetch/represented', { loads, entity: id })).map((row) => String(row.id));
  const representing = await reader.entities(loads, by);
  const rows = await reader.read('questions/around', {
    ...parametersOf({ ...noFilters, states: [id] }, resolveLens(lens)),
    loads,
  });
  return {
    entity,
    represents: entities.filter((e) => represented.has(e.id)),
    representedBy: representing.filter((e) => by.includes(e.id)),
    claims: countOf(byClaim(rows as ClaimRow[])),
  };
}

/**
 * How many claims an entity takes part in, by kind and by band of the number for them, judged through a lens: what
 * there is to add before it is added. Claims that are out are not among them.
 * @throws MissingError `unknown-entity`
 */
export async function neighbours(
  graph: Graph,
  id: string,
  filters: Filters,
  lens: Lens,
): Promise<Neighbours> {
  const loads = Object.values((await scopeOf(graph, lens)).loads);
  const rows = (await graph.reading(query('fetch/neighbours'), async (reading) => {
    const reader = new Reader(reading);
    const known = (await reader.entities(loads, [id])).some((e) => e.id === id);
    if (!known) throw unknownEntity(id);
    return reader.read('fetch/neighbours', {
      ...parametersOf(filters, resolveLens(lens)),
      loads,
      entity: id,
    });
  })) as { kind: string; for: Confidence; claims: string[]; stands: number }[];
  const lines = new Map<string, Neighbours['neighbours'][number]>();
  for (const row of rows) {
    const band = bandOf(row.for);
    const key = `${row.kind} ${band}`;
    const line = lines.get(key) ?? { kind: row.kind, band, count: 0, stands: 0 };
    lines.set(key, { ...line, count: line.count + row.claims.length, stands: line.stands + row.stands });
  }
  const claims = new Set(rows.flatMap((row) => row.claims));
  return { entity: id, neighbours: [...lines.values()], total: claims.size };
}
