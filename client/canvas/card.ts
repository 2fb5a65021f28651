// What the card says of an item under the pointer.
import type { SingularElementArgument } from 'cytoscape';
import type { JudgedClaim } from '../../model/answer.ts';
import { countOf, notStanding } from '../../model/count.ts';
import type { EntityId } from '../../model/id.ts';
import { listed } from '../../model/phrase.ts';
import type { View } from '../../model/view.ts';
import { numbers, stateWord } from './chip.ts';
import { besideWords, partsOf, perDataset, signsOf } from './counts.ts';
import { certaintyTable, stateOf, stateOrder } from './encoding.ts';
import { idsOf } from './highlight.ts';
import { nameIn, type Reading, type Scene } from './reading.ts';

export interface Card {
  ids: string[];
  title: string;
  state: string;
  numbers: string;
  parties: string;
  /** Parties that have no leg here: observers, venues, weapons. */
  others: string | null;
  /** Said of a tie, which nobody stored. */
  derived: string | null;
  /** The item, in CSS pixels of the container. */
  box: { x: number; y: number; width: number; height: number };
}

type Text = Omit<Card, 'box'>;

/** The card of a claim or a fold of several. @param tie whether it is drawn as a line between two states */
function claimCard(rs: readonly Reading[], scene: Scene, tie: boolean): Text {
  const [r] = rs;
  if (r === undefined || rs.length > 1) return foldCard(rs, tie);
  const c = r.claim;
  const drawn = new Set([...r.principals, ...r.affected]);
  const named = new Set(r.parties.map((p) => p.entity));
  const others = [...named].filter((id) => !drawn.has(id) && !c.principals.includes(id)).length;
  const more = c.claim.incomplete ? ', and others unknown' : '';
  const affected =
    r.affected.length > 0 ? `; affects ${listed(r.affected.map((id) => nameIn(scene, id)))}` : '';
  return {
    ids: [r.id],
    title: c.claim.title,
    state: c.state === null ? 'out: no statement counts' : `${stateWord[c.state]}${doubtWords(c)}`,
    numbers: c.state === null ? '' : numbers(c).replaceAll('?', 'unknown'),
    parties: listed(r.principals.map((id) => nameIn(scene, id))) + more + affected,
    others: others === 0 ? null : `and ${others} other ${others === 1 ? 'party' : 'parties'}`,
    derived: tie ? 'Derived from one bilateral claim' : null,
  };
}

/** `, possible: only by some reading of a date`, or nothing. */
function doubtWords({ certainty }: JudgedClaim): string {
  if (certainty === 'sure') return '';
  const { word, why } = certaintyTable[certainty];
  return `, ${word}: ${why}`;
}

function foldCard(rs: readonly Reading[], tie: boolean): Text {
  const counts = stateOrder
    .map((s) => [rs.filter((r) => stateOf(r.claim) === s).length, stateWord[s]] as const)
    .filter(([n]) => n > 0);
  return {
    ids: rs.map((r) => r.id),
    title: `${rs.length} claims`,
    state: counts.map(([n, word]) => `${n} ${word}`).join(', '),
    numbers: besideWords(countOf(rs.map((r) => r.claim))),
    parties: rs
      .slice(0, 6)
      .map((r) => r.claim.claim.title)
      .concat(rs.length > 6 ? ['…'] : [])
      .join('; '),
    others: null,
    derived: tie ? `Derived from ${rs.length} bilateral claims` : null,
  };
}

const parts = new WeakMap<Scene, ReturnType<typeof partsOf>>();

/** The parts that the entities of a scene have in its claims, read once. */
function partsIn(scene: Scene) {
  const known = parts.get(scene);
  if (known !== undefined) return known;
  const made = partsOf(
    scene.readings.map((r) => r.claim),
    scene.entities,
    scene.vocabulary,
  );
  parts.set(scene, made);
  return made;
}

/** The card of an entity: in how many claims it takes part, by sign; what only affects it is told apart. */
function entityCard(id: EntityId, scene: Scene): Text {
  const { takes = [], affected = [] } = partsIn(scene).get(id) ?? {};
  const entity = scene.entities.get(id);
  const hub = scene.hubs.get(id);
  const held = hub === undefined ? '' : listed(hub.map((h) => nameIn(scene, h)));
  return {
    ids: [id],
    title: hub === undefined ? nameIn(scene, id) : `${nameIn(scene, id)}, hub of ${held}`,
    state: `takes part: ${perDataset(takes, standWords)}`,
    numbers: signsOf(takes),
    parties: affected.length > 0 ? `affected by ${perDataset(affected, affectedWords)}` : '',
    others: entity?.unnamed === true ? 'not named in the source; never resolved to a list' : null,
    derived: null,
  };
}

function standWords(claims: readonly JudgedClaim[]): string {
  const { stands } = countOf(claims);
  return `${stands} ${stands === 1 ? 'claim stands' : 'claims stand'}`;
}

function affectedWords(claims: readonly JudgedClaim[]): string {
  const count = countOf(claims);
  const not = notStanding(count);
  return told([String(count.stands), besideWords(count), not > 0 ? `${not} that do not stand` : '']);
}

const told = (words: readonly string[]) => words.filter((w) => w !== '').join(', ');

/** What is said of an element of the canvas. @returns null for what only holds a place */
export function textOf(element: SingularElementArgument, scene: Scene): Text | null {
  if (element.data('entity') !== undefined) return entityCard(String(element.data('entity')), scene);
  const rs = idsOf(element).flatMap((id) => scene.byId.get(id) ?? []);
  return rs.length === 0 ? null : claimCard(rs, scene, element.data('type') === 'tie');
}

/** The same in one text, for a screen reader. */
export function spoken(element: SingularElementArgument, scene: Scene): string {
  const text = textOf(element, scene);
  if (text === null) return '';
  const parts = [text.title, text.state, text.numbers, text.parties, text.others ?? '', text.derived ?? ''];
  return parts.filter((p) => p !== '').join('. ');
}

/** What the whole picture is. */
export function summary(scene: Scene, view: View): string {
  const asked =
    scene.asked.length === 0 ? '' : ` round ${listed(scene.asked.map((id) => nameIn(scene, id)))}`;
  const what = view.draw === 'claims' ? 'Claims and their parties' : 'Network of states and their claims';
  return `${what}${asked}. ${perDataset(
    scene.readings.map((r) => r.claim),
    wholeWords,
  )}.`;
}

/** `33 claims, 25 stand, ~ 2 possible` */
export function wholeWords(claims: readonly JudgedClaim[]): string {
  const count = countOf(claims);
  return told([
    `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}`,
    `${count.stands} ${count.stands === 1 ? 'stands' : 'stand'}`,
    besideWords(count),
  ]);
}
