// Counting for people: what stands surely, what is possible or undated beside it, by data set; alike on canvas and panels.
import type { Count, JudgedClaim } from '../../model/answer.ts';
import { actingFor } from '../../model/claim.ts';
import { countOf, notStanding, standsSurely } from '../../model/count.ts';
import { representing } from '../../model/drawn.ts';
import type { Entity } from '../../model/entity.ts';
import { type DatasetId, datasetOf, type EntityId } from '../../model/id.ts';
import { signs, type Vocabulary } from '../../model/vocabulary.ts';
import { partiesOf } from '../drawn.ts';
import { certaintyTable, signTable } from './encoding.ts';

/** `~ 2 possible, ~ 1 undated`: what stands, and not surely so at the time asked; nothing where there is none. */
export function besideWords(count: Pick<Count, 'possible' | 'undated'>): string {
  return (['possible', 'undated'] as const)
    .filter((k) => count[k] > 0)
    .map((k) => `${certaintyTable[k].mark} ${count[k]} ${certaintyTable[k].word}`)
    .join(', ');
}

/** ` ~2` after a number, `~2` in place of a 0. */
export const besideText = (n: number, apart: number): string =>
  apart === 0 ? '' : `${n > 0 ? ' ' : ''}~${apart}`;

/** `11 ~2`, `11`, `~2` or `0`. */
export const withBeside = (n: number, apart: number): string =>
  `${n > 0 || apart === 0 ? n.toLocaleString('en') : ''}${besideText(n, apart)}`;

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
  const disputed = (['contested', 'unverified'] as const)
    .filter((state) => count[state] > 0)
    .map((state) => `${count[state]} ${state}`)
    .join(', ');
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
