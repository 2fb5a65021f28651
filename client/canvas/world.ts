// The alignment view of very many states: discs at the places of the atlas, one thin line for the ties of a pair and a
// sign, and a shape with its number of parties for a claim of three and more, whose legs wait until it is looked at.
import type { ElementDefinition } from 'cytoscape';
import { keyOf } from '../../model/drawn.ts';
import type { EntityId } from '../../model/id.ts';
import { appearanceOf } from './appearance.ts';
import { attachments, tieEdge } from './draw.ts';
import { stateOf, stateTable } from './encoding.ts';
import { entityCode } from './entity-glyph.ts';
import { distance, type Point } from './geometry.ts';
import { nameIn, type Reading, type Scene } from './reading.ts';
import { isDrawn } from './sets.ts';
import { wrap } from './text.ts';
import { type Bundle, DISC, worldPlaces } from './world-places.ts';

/** More entities than this, and no chips, names and legs can be read: the picture is drawn in small. */
const MANY_STATES = 60;
/** The font of what stands in a disc and under it. */
export const WORLD_FONT = { code: 18, name: 14, chip: 13, crowded: 15 };
/** How wide a digit of a number is. */
const DIGIT = 10.5;
/** Below this zoom there are codes and numbers, above it names and chips. */
export const WORLD_BRIEF_BELOW = 1.1;
/** No text is drawn under so many pixels (UX.md section 4); Cytoscape's own limit goes by powers of two. */
const LEAST_PX = 7;

/** Which texts are drawn of a picture in small: all, those with room for their full size, none. */
export type WorldTexts = 'all' | 'large' | 'none';

export const worldTexts = (zoom: number): WorldTexts =>
  zoom * WORLD_FONT.code < LEAST_PX ? 'none' : zoom * WORLD_FONT.crowded < LEAST_PX ? 'large' : 'all';

/** So many states, those with most claims, have a heavy rim where none is in question. */
const HEAVY = 10;
const MOST_IN_FIELD = 12;
/** A chip stands on a line that is at least so long on the screen, and the longer text at this zoom. */
const CHIP_NEEDS = 110;

const MANY_SHAPES = 50;
const LARGEST = 48;
const sizeOf = (r: Reading) => Math.min(22 + 3.4 * Math.sqrt(r.principals.length), LARGEST);

/** What is drawn of the claims: ties by pair and sign, and shapes. */
function bundlesOf(scene: Scene): { ties: Bundle[]; shapes: Bundle[] } {
  const ties = new Map<string, Bundle>();
  const shapes = new Map<string, Bundle>();
  for (const r of scene.readings) {
    if (!isDrawn(r)) continue;
    const isTie = !r.was.claim.incomplete && r.principals.length === 2;
    const key = keyOf(r.principals);
    const kind = r.was.stands ? r.was.sign : stateOf(r.was);
    // What is gone of two days that are compared is pale, and no part of what is there.
    const name = `${key} ${kind}${r.was.claim.incomplete ? ' …' : ''}${r.claim.out ? ' gone' : ''}`;
    const all = isTie ? ties : shapes;
    const bundle = all.get(name);
    if (bundle === undefined) all.set(name, { id: r.id, key, readings: [r], size: sizeOf(r) });
    else bundle.readings.push(r);
  }
  const named = (list: Iterable<Bundle>) =>
    [...list].map((b) => (b.readings.length === 1 ? b : { ...b, id: `fold:${b.id}` }));
  // Roll calls are many and join all: as large as treaties they would hide the states.
  const scale = shapes.size > MANY_SHAPES ? 0.68 : 1;
  const scaled = named(shapes.values()).map((b) => ({ ...b, size: Math.round(b.size * scale) }));
  return { ties: named(ties.values()), shapes: scaled };
}

/** Whether a picture is drawn in small: it is of the whole world, or has more states than can be read. */
export function isWorld(scene: Scene): boolean {
  if (scene.capitals === null) return false;
  if (scene.large) return true;
  const ids = new Set<EntityId>();
  for (const r of scene.readings) if (isDrawn(r)) for (const id of r.principals) ids.add(id);
  return ids.size > MANY_STATES;
}

/** The elements of the picture in small. */
export function world(scene: Scene): ElementDefinition[] {
  const { ties, shapes } = bundlesOf(scene);
  const of = new Map<EntityId, Reading[]>();
  for (const { readings } of [...ties, ...shapes])
    for (const r of readings)
      for (const id of r.principals) {
        const list = of.get(id);
        if (list === undefined) of.set(id, [r]);
        else list.push(r);
      }
  const ids = [...of.keys()].filter((id) => !scene.few.has(id));
  const places = worldPlaces(ids, shapes, scene);
  // Of an answer with hubs no other is marked.
  const isAnswer = scene.hubs.size > 0;
  const heavy = scene.asked.length > 0 ? new Set(scene.asked) : isAnswer ? new Set<string>() : mostClaims(of);
  return [
    ...ids.flatMap((id) => stateNode(id, places.states.get(id) ?? { x: 0, y: 0 }, heavy.has(id), scene)),
    ...shapes.map((b) => shapeNode(b, places.shapes.get(b.id) ?? { x: 0, y: 0 }, scene)),
    ...tieEdges(ties, places.states, places.bow, scene),
  ];
}

/** The states with most claims that stand; only where they have more than the next ones. */
function mostClaims(of: ReadonlyMap<EntityId, readonly Reading[]>): Set<EntityId> {
  const ranked = [...of].map(([id, rs]) => [id, rs.filter((r) => r.was.stands).length] as const);
  ranked.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const next = ranked[HEAVY]?.[1] ?? 0;
  return new Set(ranked.slice(0, HEAVY).flatMap(([id, n]) => (n > next ? [id] : [])));
}

/** Words under a disc or a shape: as many blank lines first as it is high. */
function under(code: string, name: string): { named: string; drop: number } {
  const lines = wrap(name, WORLD_FONT.name, 110).split('\n');
  return { named: [code, '', ...lines].join('\n'), drop: ((lines.length + 1) / 2) * WORLD_FONT.name * 1.16 };
}

function stateNode(id: EntityId, at: Point, heavy: boolean, scene: Scene): ElementDefinition[] {
  const entity = scene.entities.get(id);
  const code = entity === undefined ? id : entityCode(entity);
  const isHub = scene.hubs.has(id);
  const classes = [heavy ? 'heavy' : '', isHub ? 'hub' : '', scene.kept?.has(id) === false ? 'dim' : ''];
  const name = `${nameIn(scene, id)}${isHub ? ' · hub' : ''}`;
  return [
    {
      group: 'nodes',
      data: {
        id,
        kind: entity?.label ?? 'State',
        world: 1,
        entity: id,
        label: name,
        brief: code,
        size: DISC,
        glyph: '',
        ...under(code, name),
      },
      position: { ...at },
      classes: classes.filter((c) => c !== '').join(' '),
    },
    ...attachments(id, at, DISC, { ...scene, badges: {} }),
    ...(isHub ? [hubSign(id, at)] : []),
  ];
}

/** The word at the foot of a hub's disc: from afar it has no name to stand after. */
const hubSign = (id: EntityId, at: Point): ElementDefinition => ({
  group: 'nodes',
  data: { id: `hub:${id}`, kind: 'Badge', lead: id, label: 'hub', hub: 1 },
  position: { x: at.x, y: at.y + DISC * 0.56 },
  grabbable: false,
  selectable: false,
});

function shapeNode(bundle: Bundle, at: Point, scene: Scene): ElementDefinition {
  const { readings } = bundle;
  const [r] = readings;
  if (r === undefined) throw new Error('a shape has at least one claim');
  const { classes, glyph, label, brief, ...look } = appearanceOf(
    readings,
    // All are of one sign: a fold has its colour, as a fold of ties has.
    readings.length > 1 ? 'tie' : 'beside',
    scene,
  );
  const n = r.principals.length;
  const members = `${n}${r.was.claim.incomplete ? ' or more' : ''} ${n === 1 ? 'party' : 'parties'}`;
  const state = stateTable[stateOf(r.was)].mark ?? '';
  const count = `${state}${n}${readings.length > 1 ? `×${readings.length}` : ''}`;
  const words = under('', `${label.split('\n')[0] ?? ''}\n${members}`);
  return {
    group: 'nodes',
    data: {
      id: bundle.id,
      kind: 'Claim',
      role: 'beside',
      world: 1,
      claims: readings.map((x) => x.id),
      size: bundle.size,
      form: n === 3 ? 'triangle' : n > 3 ? 'round-rectangle' : 'ellipse',
      count,
      crowded: count.length * DIGIT > bundle.size * 0.9 ? 1 : 0,
      ...words,
      label: `${label.split('\n')[0] ?? ''}\n${members}`,
      brief: count,
      glyph: '',
      ...look,
      // A field says these and nobody else: round more than a few it would hold others as well.
      ...(n >= 3 && n <= MOST_IN_FIELD && !r.sided && !r.was.claim.incomplete
        ? { field: { members: r.principals, pad: null, stands: r.was.stands } }
        : {}),
    },
    position: { ...at },
    classes,
  };
}

function tieEdges(
  ties: readonly Bundle[],
  states: ReadonlyMap<EntityId, Point>,
  bowOf: (a: EntityId, b: EntityId) => number,
  scene: Scene,
): ElementDefinition[] {
  const beside = new Map<string, number>();
  return ties.map((bundle) => {
    const { key, readings } = bundle;
    const [a = '', b = ''] = key.split(' ');
    const nth = beside.get(key) ?? 0;
    beside.set(key, nth + 1);
    const [r] = readings;
    const flipped = r?.actors.includes(b) === true && r.addressees.includes(a);
    const [from, to] = flipped ? [b, a] : [a, b];
    // Lines of other signs bow away from the first one.
    const bow = bowOf(a, b) + nth * 34;
    const edge = tieEdge(
      bundle,
      from,
      to,
      flipped ? -bow : bow,
      10,
      { whole: undefined, brief: undefined },
      scene,
      null,
    );
    const length = distance(states.get(a) ?? { x: 0, y: 0 }, states.get(b) ?? { x: 0, y: 0 });
    const needs = Math.min(Math.max(CHIP_NEEDS / Math.max(length - DISC, 1), WORLD_BRIEF_BELOW), 2.6);
    // What a question keeps stands out of the rest.
    const isKept = scene.kept !== null && !readings.every((x) => x.claim.dim);
    return {
      ...edge,
      classes: `${edge.classes ?? ''}${isKept ? ' kept' : ''}`.trim(),
      data: { ...edge.data, world: 1, least: Math.round(needs * WORLD_FONT.chip * 10) / 10 },
    };
  });
}
