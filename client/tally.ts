// What the panels count: claims by filter, and statements by confidence.
import type { Answer, JudgedClaim } from '../model/answer.ts';
import { actingFor } from '../model/claim.ts';
import { countOf, notStanding, standsSurely } from '../model/count.ts';
import type { Entity } from '../model/entity.ts';
import { type DatasetId, datasetOf, type EntityId } from '../model/id.ts';
import type { Lens } from '../model/lens.ts';
import type { Filters } from '../model/question.ts';
import { signs, type Vocabulary } from '../model/vocabulary.ts';
import { signTable } from './canvas/encoding.ts';
import { type DrawnClaim, isJudgedAlike, partiesOf, representing } from './drawn.ts';
import { besideWords, standingWords } from './words.ts';

/** The claims of the picture without those that are out while a handle moves. */
export const present = (claims: readonly DrawnClaim[]) => claims.filter((c) => !c.out);

/** Whether a claim passes the filters; `except` leaves one of them out, for the counts of its own values. */
export function passes(c: JudgedClaim, filters: Filters, except?: keyof Filters): boolean {
  const has = (key: keyof Filters, chosen: readonly string[], values: readonly string[]) =>
    key === except || chosen.length === 0 || values.some((v) => chosen.includes(v));
  return (
    has('kind', filters.kind, c.claim.kinds) &&
    has('nature', filters.nature, [c.nature]) &&
    has('context', filters.context, [c.context]) &&
    has('modality', filters.modality, [c.claim.modality]) &&
    has('sign', filters.sign, [c.sign]) &&
    has('state', filters.state, c.state === null ? [] : [c.state]) &&
    (except === 'commitment' ||
      filters.commitment === null ||
      (c.commitment !== null && c.commitment >= filters.commitment))
  );
}

/** Statements by confidence: ten bins of ten, 100 in the last, and the unknown ones apart. */
export function histogram(ground: Answer, known: Lens['known']): { bins: number[]; unknown: number } {
  const bins = Array.from({ length: 10 }, () => 0);
  let unknown = 0;
  for (const s of ground.claims.flatMap((c) => c.statements)) {
    if (known === null && s.supersededAt !== undefined) continue;
    if (s.confidence === null) unknown += 1;
    else {
      const bin = Math.min(9, Math.floor(s.confidence / 10));
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
  }
  return { bins, unknown };
}

/**
 * The claims of `now`, each as the object of `before` where it is judged alike: while a handle moves every claim is
 * judged anew and few are judged otherwise, so that few rows are drawn anew.
 */
export function keepAlike<T extends JudgedClaim>(before: ReadonlyMap<string, T>, now: readonly T[]): T[] {
  return now.map((c) => {
    const was = before.get(c.claim.id);
    return was !== undefined && isJudgedAlike(was, c) ? was : c;
  });
}

/** Claims by the data set that tells them: two of them may tell of the same thing, so nothing is summed over them. */
function byDataset<T extends Pick<JudgedClaim, 'claim'>>(claims: readonly T[]): Map<DatasetId, T[]> {
  const sets = new Map<DatasetId, T[]>();
  for (const c of claims) {
    const id = datasetOf(c.claim.id);
    const known = sets.get(id);
    if (known === undefined) sets.set(id, [c]);
    else known.push(c);
  }
  return sets;
}

/**
 * What is said of claims; of each data set by its name, where there are several.
 * @param named where others tell of claims of several data sets: then one alone is named as well
 */
export function perDataset<T extends Pick<JudgedClaim, 'claim'>>(
  claims: readonly T[],
  say: (claims: readonly T[]) => string,
  named = false,
): string {
  const sets = [...byDataset(claims)];
  return sets.length < (named ? 1 : 2)
    ? say(claims)
    : sets.map(([id, list]) => `${id}: ${say(list)}`).join(' · ');
}

/** `+ 3, − 1; 1 contested among them; ~ 1 possible; 2 do not stand; 1 out`: nothing is netted, and each is told apart. */
export const signsOf = (claims: readonly JudgedClaim[]): string => perDataset(claims, signsOfOne);

function signsOfOne(claims: readonly JudgedClaim[]): string {
  const count = countOf(claims);
  const sure = claims.filter(standsSurely);
  const bySign = signs
    .map((sign) => [signTable[sign].mark, sure.filter((c) => c.sign === sign).length] as const)
    .filter(([, n]) => n > 0)
    .map(([mark, n]) => `${mark} ${n}`);
  const not = notStanding(count);
  const disputed = standingWords({ ...count, asserted: 0 });
  return [
    bySign.join(', '),
    disputed === '' ? '' : `${disputed} among them`,
    besideWords(count),
    not > 0 ? `${not} ${not === 1 ? 'does' : 'do'} not stand` : '',
    count.out > 0 ? `${count.out} out` : '',
  ]
    .filter((x) => x !== '')
    .join('; ');
}

interface Parts {
  /** Claims that it is a principal of, or acts in for one. */
  takes: JudgedClaim[];
  /** Those that bear on it, and in which it takes no part. */
  affected: JudgedClaim[];
  /** Those that it is in the picture of only: a venue, an observer, a weapon. */
  context: JudgedClaim[];
}

/** What part each entity has in claims: one rule for canvas, table and panels, so that they count alike. */
export function partsOf(
  claims: readonly JudgedClaim[],
  entities: ReadonlyMap<EntityId, Entity>,
  vocabulary: Vocabulary,
): Map<EntityId, Parts> {
  const nodeOf = representing(entities);
  const all = new Map<EntityId, Parts>();
  const of = (id: EntityId): Parts => {
    const parts = all.get(id) ?? { takes: [], affected: [], context: [] };
    all.set(id, parts);
    return parts;
  };
  for (const c of claims) {
    const parties = partiesOf(c, vocabulary);
    const taking = new Set<EntityId>();
    const affected = new Set<EntityId>();
    const context = new Set<EntityId>();
    for (const [i, p] of c.claim.parties.entries()) {
      const isOne = c.principals.includes(p.entity);
      const into = isOne ? taking : parties[i]?.part === 'affected' ? affected : context;
      for (const id of [p.entity, nodeOf(p.entity)]) into.add(id);
      for (const by of actingFor(p)) (isOne ? taking : context).add(by);
    }
    for (const id of taking) of(id).takes.push(c);
    for (const id of affected) if (!taking.has(id)) of(id).affected.push(c);
    for (const id of context) if (!taking.has(id) && !affected.has(id)) of(id).context.push(c);
  }
  return all;
}
