// What the canvas reads of a claim: who its parties are as nodes, and how it stood before a handle was dragged.
import type { Answer, JudgedClaim } from '../../model/answer.ts';
import { type Drawn, type DrawnClaim, representing } from '../../model/drawn.ts';
import type { Entity } from '../../model/entity.ts';
import type { EntityId } from '../../model/id.ts';
import type { View } from '../../model/view.ts';
import type { Part, Vocabulary } from '../../model/vocabulary.ts';
import { hubsOf } from '../drawn.ts';
import type { Capital } from './atlas.ts';
import { nameOf } from './entity-glyph.ts';
import type { Theme } from './tokens.ts';

/** A party as the canvas draws it. */
interface DrawnParty {
  entity: EntityId;
  role: string;
  part: Part;
  side: string | null;
  by: EntityId[];
}

export interface Reading {
  id: string;
  /** As it is judged now: what it looks like. */
  claim: DrawnClaim;
  /** As the answer judges it: where it stands. A dragged handle changes looks and moves nothing. */
  was: JudgedClaim;
  parties: DrawnParty[];
  /** Principals as nodes: a person who is one is drawn as the state that it represents. */
  principals: EntityId[];
  actors: EntityId[];
  addressees: EntityId[];
  affected: EntityId[];
  /** Parties on different sides, as in a dispute or a roll call. */
  sided: boolean;
}

/** All that elements are made of. */
export interface Scene {
  readings: Reading[];
  byId: ReadonlyMap<string, Reading>;
  entities: ReadonlyMap<EntityId, Entity>;
  /** The states in question, in the reader's order. */
  asked: EntityId[];
  vocabulary: Vocabulary;
  theme: Theme;
  /** Saved places by id, which win over computed ones. */
  saved: Readonly<Record<string, readonly [number, number]>>;
  /** Places of what was moved by hand, which win over all; the rest stays where it is. */
  moved: Readonly<Record<string, readonly [number, number]>>;
  layout: View['layout'];
  /** Entities that the answer names: the others step back. Null where no question is asked. */
  kept: ReadonlySet<EntityId> | null;
  /** The hubs of the answer, each with those that it holds together. */
  hubs: ReadonlyMap<EntityId, readonly EntityId[]>;
  /** How much of an entity is not drawn. */
  badges: Readonly<Record<EntityId, number>>;
  /** Folds that the reader opened. */
  opened: ReadonlySet<string>;
  /** Saved places of the claims view, of anything but states. */
  savedClaims: Readonly<Record<string, readonly [number, number]>>;
  /** The capitals of all states of the world; null where they are not known. */
  capitals: readonly Capital[] | null;
  /** States that are not drawn, because they have fewer claims than asked for. */
  few: ReadonlySet<EntityId>;
  /** Whether the picture is of so many states that it is drawn in small, whichever of them there are now. */
  large: boolean;
}

export interface SceneOptions {
  theme: Theme;
  vocabulary: Vocabulary;
  opened?: ReadonlySet<string>;
  badges?: Readonly<Record<EntityId, number>>;
  capitals?: readonly Capital[] | null;
  large?: boolean;
}

/** Prepares a picture's claims for drawing. */
export function sceneOf(drawn: Drawn, view: View, options: SceneOptions): Scene {
  const { picture } = drawn;
  const entities = new Map(picture.entities.map((e) => [e.id, e]));
  const before = new Map(picture.claims.map((c) => [c.claim.id, c]));
  const nodeOf = representing(entities);
  const shown = drawn.claims.filter((c) => !c.undrawn);
  const readings = shown.map((c) => readingOf(c, picture, before, options.vocabulary, nodeOf));
  return {
    readings,
    byId: new Map(readings.map((r) => [r.id, r])),
    kept: drawn.question === null ? null : keptOf(readings, view.filters.states),
    hubs: hubsOf(drawn.question),
    entities,
    asked: view.filters.states,
    vocabulary: options.vocabulary,
    theme: options.theme,
    saved: savedPlaces(drawn, view),
    savedClaims: Object.assign({}, ...drawn.picture.datasets.map((d) => d.places?.claims ?? {})),
    moved: view.moved,
    layout: view.layout,
    badges: options.badges ?? {},
    opened: options.opened ?? new Set(),
    capitals: options.capitals ?? null,
    few: drawn.few?.states ?? new Set(),
    large: options.large ?? false,
  };
}

/** The nodes of those in question: a person of the alignment view is drawn as the state it represents. */
export const askedNodes = (scene: Scene, view: View): EntityId[] =>
  view.draw === 'alignment' ? scene.asked.map(representing(scene.entities)) : scene.asked;

/** The states in question, and whoever takes part or acts in a claim of the answer. */
function keptOf(readings: readonly Reading[], asked: readonly EntityId[]): Set<EntityId> {
  const answer = readings.filter((r) => !r.claim.dim);
  // Who joins a claim at another time is no party of it at this one.
  const isThere = (r: Reading, { part, entity }: DrawnParty) =>
    part === 'affected' || (part !== 'context' && r.was.principals.includes(entity));
  const parties = answer.flatMap((r) => r.parties.filter((p) => isThere(r, p)));
  return new Set([
    ...asked,
    ...answer.flatMap((r) => r.principals),
    ...parties.flatMap((p) => [p.entity, ...p.by]),
  ]);
}

/** Saved places hold for the map-like layout. States of the claims view stand as in the alignment view. */
function savedPlaces(drawn: Drawn, view: View): Scene['saved'] {
  if (view.layout !== 'map') return {};
  const { datasets } = drawn.picture;
  return Object.assign({}, ...datasets.map((d) => d.places?.alignment ?? {}));
}

const known = new WeakMap<DrawnClaim, { picture: Answer; reading: Reading }>();

/** While a handle moves, most claims are what they were, and so is what is read of them. */
function readingOf(
  c: DrawnClaim,
  picture: Answer,
  before: ReadonlyMap<string, JudgedClaim>,
  vocabulary: Vocabulary,
  nodeOf: (id: EntityId) => EntityId,
): Reading {
  const held = known.get(c);
  if (held?.picture === picture) return held.reading;
  const reading = read(c, before.get(c.claim.id) ?? c, vocabulary, nodeOf);
  known.set(c, { picture, reading });
  return reading;
}

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)];

function read(
  claim: DrawnClaim,
  was: JudgedClaim,
  vocabulary: Vocabulary,
  nodeOf: (id: EntityId) => EntityId,
): Reading {
  const parties = claim.claim.parties.map((p) => ({
    entity: p.entity,
    role: p.role,
    part: p.part ?? vocabulary.roles.get(p.role)?.part ?? 'context',
    side: p.side ?? null,
    by: p.by === undefined ? [] : Array.isArray(p.by) ? p.by : [p.by],
  }));
  const named = (part: Part) => parties.filter((p) => p.part === part).map((p) => p.entity);
  const among = (ids: EntityId[]) => distinct(ids.filter((id) => was.principals.includes(id)).map(nodeOf));
  const actors = among(named('actor'));
  return {
    id: claim.claim.id,
    claim,
    was,
    parties,
    principals: among(parties.map((p) => p.entity)),
    actors,
    addressees: among(named('addressee')).filter((id) => !actors.includes(id)),
    affected: distinct(named('affected')),
    sided: distinct(parties.flatMap((p) => (p.side === null ? [] : [p.side]))).length > 1,
  };
}

/** The name of an entity; its id where the answer does not carry it. */
export const nameIn = (scene: Pick<Scene, 'entities'>, id: EntityId): string => {
  const entity = scene.entities.get(id);
  return entity === undefined ? id : nameOf(entity);
};
