// Which claims of the alignment view are ties, which are shapes with legs, which are rows of a field: by their parties
// only (the table of UX.md section 2).

import { hasPlace, keyOf } from '../../model/drawn.ts';
import type { EntityId } from '../../model/id.ts';
import type { State } from '../../model/judge.ts';
import { stateOf, stateTable } from './encoding.ts';
import type { Reading, Scene } from './reading.ts';

/** One claim, or a fold of several, at one place. */
export interface Group {
  id: string;
  readings: Reading[];
}

/** A set of three or more actors that one claim joins; other claims of the same ones are rows in it. */
export interface Field {
  id: string;
  members: EntityId[];
  lead: Reading;
  /** Where no claim of all its members stands it is an outline without a filling. */
  stands: boolean;
  left: Group[];
  right: Group[];
}

/** A claim drawn as a shape with legs, others of the same principals beside it, and the actors that its field joins. */
export interface Joint {
  lead: Reading;
  beside: Group[];
  field: EntityId[] | null;
}

export interface Pair {
  a: EntityId;
  b: EntityId;
  ties: Group[];
  /** What names the pair where its folded ties are opened. */
  key: string;
}

export interface Sets {
  fields: Field[];
  joints: Joint[];
  pairs: Pair[];
}

/** More sets than this, and only those of the states in question have a field with rows; others show it when chosen. */
export const MANY_FIELDS = 12;
const ROWS = 3;
const BESIDE = 2;
const TIES_ASKED = 4;
const TIES = 3;

/** Sorts the claims of a scene into what is drawn of them. */
export function setsOf(scene: Scene): Sets {
  const paired = new Map<string, Reading[]>();
  const joint: Reading[] = [];
  for (const r of scene.readings) {
    if (!isDrawn(r)) continue;
    if (!r.was.claim.incomplete && r.principals.length === 2) push(paired, keyOf(r.principals), r);
    else joint.push(r);
  }
  const { fields, rest } = fieldsOf(joint, scene);
  return {
    fields,
    joints: jointsOf(rest, fields),
    pairs: [...paired].map(([key, rs]) => pairOf(key, rs, scene)),
  };
}

/** Whether the alignment view draws a claim. */
export const isDrawn = (r: Reading): boolean => hasPlace(r.principals.length, r.affected.length, r.was.claim);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The leading claim first: it stands, of the deepest commitment, then the surest, then the latest. */
function byLead(a: Reading, b: Reading): number {
  const x = a.was;
  const y = b.was;
  return (
    Number(y.stands) - Number(x.stands) ||
    (y.commitment ?? 0) - (x.commitment ?? 0) ||
    sure(b) - sure(a) ||
    latest(y.claim.when).localeCompare(latest(x.claim.when))
  );
}

const sure = (r: Reading) => (r.was.for === null ? -1 : r.was.for);
/** The last date that a text of time names; texts of ISO dates sort as their days do. */
const latest = (when: string | undefined) => when?.match(/\d{4}(-\d\d){0,2}/g)?.at(-1) ?? '';

function fieldsOf(joint: readonly Reading[], scene: Scene): { fields: Field[]; rest: Reading[] } {
  const sets = new Map<string, Reading[]>();
  for (const r of joint) if (joinsAll(r)) push(sets, keyOf(r.principals), r);
  const asked = keyOf(scene.asked);
  const chosen = [...sets].filter(([key]) => sets.size <= MANY_FIELDS || key === asked);
  // Larger sets first, so that a claim of unknown others is a row of the largest set that it joins.
  chosen.sort(([, a], [, b]) => (b[0]?.principals.length ?? 0) - (a[0]?.principals.length ?? 0));
  const taken = new Set<Reading>();
  const fields = chosen.flatMap(([key, candidates]) => {
    const [lead] = [...candidates].sort(byLead);
    if (lead === undefined) return [];
    const rows = joint.filter((r) => r !== lead && !taken.has(r) && isRow(r, lead.principals, key));
    for (const r of [lead, ...rows]) taken.add(r);
    return [fieldOf(key, lead, rows)];
  });
  return { fields, rest: joint.filter((r) => !taken.has(r)) };
}

/** Three or more, all of them actors, none on another side, and all known. */
function joinsAll(r: Reading): boolean {
  return (
    !r.was.claim.incomplete && !r.sided && r.actors.length >= 3 && r.actors.length === r.principals.length
  );
}

/** The same principals again, or all of them as actors with others unknown in number. */
function isRow(r: Reading, members: readonly EntityId[], key: string): boolean {
  if (!r.was.claim.incomplete) return keyOf(r.principals) === key;
  return members.every((id) => r.actors.includes(id));
}

function fieldOf(key: string, lead: Reading, rows: readonly Reading[]): Field {
  const standing = rows.filter((r) => r.was.stands).sort((a, b) => rank(a, key) - rank(b, key));
  const left: Group[] = standing.slice(0, ROWS).map(single);
  left.push(...fold(standing.slice(ROWS), `fold:${key}:stands`));
  const absent: State[] = ['unevidenced', 'denied', 'open'];
  const right = absent.flatMap((state) =>
    fold(
      rows.filter((r) => !r.was.stands && stateOf(r.was) === state),
      `fold:${key}:${state}`,
    ),
  );
  // Too few origins: a claim in a standing state that does not stand is told with what is unclear.
  const few = rows.filter((r) => !r.was.stands && stateTable[stateOf(r.was)].stands);
  right.push(...fold(few, `fold:${key}:few`));
  return { id: `field:${key}`, members: lead.principals, lead, stands: lead.was.stands, left, right };
}

const single = (r: Reading): Group => ({ id: r.id, readings: [r] });

/** Nothing, the one, or a fold of all. */
function fold(rs: readonly Reading[], id: string): Group[] {
  const [first] = rs;
  if (first === undefined) return [];
  return rs.length === 1 ? [single(first)] : [{ id, readings: [...rs] }];
}

/** Contested and unverified first, then the signed ones by confidence, exactly these principals first, neutral ones last. */
function rank(r: Reading, key: string): number {
  const tier = r.was.state !== 'asserted' ? 0 : r.was.sign === '0' ? 2 : 1;
  return tier * 1000 - sure(r) * 2 - (keyOf(r.principals) === key ? 1 : 0);
}

function jointsOf(rest: readonly Reading[], fields: readonly Field[]): Joint[] {
  const groups = new Map<string, Reading[]>();
  for (const r of rest) push(groups, `${r.was.claim.incomplete} ${keyOf(r.principals)}`, r);
  const joined = new Set(fields.map((f) => keyOf(f.members)));
  return [...groups].flatMap(([key, rs]) => {
    const [lead, ...others] = [...rs].sort(byLead);
    if (lead === undefined) return [];
    const { actors } = lead;
    const own = !lead.was.claim.incomplete && !lead.sided && actors.length >= 3 && !joined.has(keyOf(actors));
    if (own) joined.add(keyOf(actors));
    const some = others.length <= BESIDE ? others.length : BESIDE - 1;
    const beside = [...others.slice(0, some).map(single), ...fold(others.slice(some), `fold:${key}`)];
    return [{ lead, beside, field: own ? actors : null }];
  });
}

function pairOf(key: string, rs: readonly Reading[], scene: Scene): Pair {
  const [a = '', b = ''] = key.split(' ');
  const most = scene.asked.includes(a) && scene.asked.includes(b) ? TIES_ASKED : TIES;
  const sorted = [...rs].sort(byTie);
  if (rs.length <= most || scene.opened.has(key)) return { a, b, key, ties: sorted.map(single) };
  const folds = new Map<string, Reading[]>();
  for (const r of sorted) push(folds, r.was.stands ? r.was.sign : stateOf(r.was), r);
  return { a, b, key, ties: [...folds].flatMap(([part, of]) => fold(of, `fold:${key}:${part}`)) };
}

/** From the inside of a fan outward: the surest first, then what is disputed, then what does not stand. */
function byTie(a: Reading, b: Reading): number {
  const tier = (r: Reading) => (!r.was.stands ? 2 : r.was.state === 'asserted' ? 0 : 1);
  return tier(a) - tier(b) || sure(b) - sure(a) || a.affected.length - b.affected.length;
}
