// The claims view: entities and claims, every stored leg, who acted for whom and why. Nothing here is derived.
import type { ElementDefinition } from 'cytoscape';
import { keyOf } from '../../model/drawn.ts';
import type { EntityId } from '../../model/id.ts';
import { attachments, claimNode, entityNode, legEdge } from './draw.ts';
import { mean, type Point } from './geometry.ts';
import { entityPlaces } from './layout.ts';
import type { Reading, Scene } from './reading.ts';
import { CLAIM, nodeSizeInClaims } from './sizes.ts';

/** The claims view is wider than the alignment view by this, so that shapes stand between the states. */
const WIDER = 1.3;
/** The two rows between the states in question: what stands, and what does not. */
const STANDING = { y: -84, step: 190 };
const ABSENT = { y: 112, step: 126 };

/** The elements of the claims view. Nodes without `fixed` still need a layout run (layout.worker.ts). */
export function claimsView(scene: Scene): ElementDefinition[] {
  const ids = new Set<EntityId>();
  for (const r of scene.readings)
    for (const p of r.parties) {
      ids.add(p.entity);
      for (const by of p.by) ids.add(by);
    }
  for (const id of [...ids])
    for (const rep of scene.entities.get(id)?.represents ?? []) if (ids.has(id)) ids.add(rep.entity);
  const fixed = fixedPlaces([...ids], scene);
  const at = (id: string) => fixed.get(id) ?? { x: 0, y: 0 };
  const mark = (definition: ElementDefinition): ElementDefinition => {
    definition.data.fixed = fixed.has(String(definition.data.id));
    return definition;
  };
  return [
    ...[...ids].map((id) =>
      mark(entityNode(id, at(id), nodeSizeInClaims(scene.entities.get(id)?.label), scene)),
    ),
    ...[...ids].flatMap((id) =>
      attachments(id, at(id), nodeSizeInClaims(scene.entities.get(id)?.label), scene).map((d) => ({
        ...d,
        data: { ...d.data, fixed: true },
      })),
    ),
    ...scene.readings.map((r) => mark(claimNode([r], 'claim', at(r.id), CLAIM, scene))),
    ...scene.readings.flatMap((r) => legsOf(r, scene)),
    ...[...ids].flatMap((id) => representsOf(id, ids, scene)),
  ];
}

/** One leg for each stored party, of whatever part, and a thin line from who acted for it. */
function legsOf(r: Reading, scene: Scene): ElementDefinition[] {
  const seen = new Set<string>();
  const legs: ElementDefinition[] = [];
  for (const p of r.parties) {
    if (seen.has(p.entity)) continue;
    seen.add(p.entity);
    const end = p.part === 'context' ? 'context' : p.part === 'affected' ? 'addressee' : undefined;
    legs.push(legEdge(r, p.entity, r.id, 0, scene, false, end));
    for (const by of p.by) {
      if (seen.has(by)) continue;
      seen.add(by);
      legs.push({
        group: 'edges',
        data: { id: `${r.id}>${by}`, type: 'acts', source: by, target: r.id, claims: [r.id] },
        classes: [r.claim.dim ? 'dim' : '', r.claim.ghost ? 'ghost' : ''].filter((c) => c !== '').join(' '),
      });
    }
  }
  return legs;
}

function representsOf(id: EntityId, ids: ReadonlySet<EntityId>, scene: Scene): ElementDefinition[] {
  const states = new Set((scene.entities.get(id)?.represents ?? []).map((rep) => rep.entity));
  return [...states]
    .filter((state) => ids.has(state))
    .map((state) => ({
      group: 'edges' as const,
      data: { id: `represents:${id}>${state}`, type: 'represents', source: id, target: state },
      classes: scene.kept?.has(id) === false ? 'dim' : '',
    }));
}

/** States keep their places from the alignment view; claims of exactly the states in question stand between them. */
function fixedPlaces(ids: readonly EntityId[], scene: Scene): Map<string, Point> {
  const places = new Map<string, Point>();
  const states = ids.filter((id) => {
    const label = scene.entities.get(id)?.label;
    return label === undefined || label === 'State' || label === 'Organization' || label === 'Thing';
  });
  for (const [id, p] of entityPlaces(states, scene.readings, { ...scene, moved: {} }))
    places.set(id, { x: p.x * WIDER, y: p.y * WIDER });
  const asked = scene.asked.flatMap((id) => places.get(id) ?? []);
  if (asked.length > 1) {
    const ys = asked.map((p) => p.y);
    const centre = { x: mean(asked).x, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
    for (const [id, p] of betweenThem(scene, centre)) places.set(id, p);
    for (const [id, p] of personsOf(ids, scene, places, centre)) places.set(id, p);
  }
  const set = (list: Scene['moved']) => {
    for (const [id, [x, y]] of Object.entries(list)) places.set(id, { x, y });
  };
  set(scene.savedClaims);
  set(scene.moved);
  return places;
}

function betweenThem(scene: Scene, centre: Point): [string, Point][] {
  const exactly = scene.readings.filter(
    (r) => !r.was.claim.incomplete && r.principals.length > 2 && keyOf(r.principals) === keyOf(scene.asked),
  );
  const order = ['unevidenced', 'denied', 'open'];
  const standing = exactly.filter((r) => r.was.stands);
  const absent = exactly.filter((r) => !r.was.stands);
  absent.sort((a, b) => order.indexOf(a.was.state ?? '') - order.indexOf(b.was.state ?? ''));
  const row = (rs: readonly Reading[], { y, step }: { y: number; step: number }) => {
    const width = Math.min(step, 1000 / Math.max(rs.length - 1, 1));
    return rs.map((r, i): [string, Point] => [
      r.id,
      { x: centre.x + (i - (rs.length - 1) / 2) * width, y: centre.y - 127 + y },
    ]);
  };
  return [...row(standing, STANDING), ...row(absent, ABSENT)];
}

/** Who acts for the states in question stands on the inner side of them. */
function personsOf(
  ids: readonly EntityId[],
  scene: Scene,
  places: ReadonlyMap<string, Point>,
  centre: Point,
): [string, Point][] {
  return ids.flatMap((id) => {
    const entity = scene.entities.get(id);
    const state = entity?.represents?.[0]?.entity;
    const at = state === undefined ? undefined : places.get(state);
    if (entity?.label !== 'Person' || state === undefined || at === undefined || !scene.asked.includes(state))
      return [];
    const sideways = Math.sign(centre.x - at.x);
    const place =
      Math.abs(centre.x - at.x) > 100
        ? { x: at.x + sideways * 260, y: at.y - 118 }
        : { x: at.x, y: at.y + Math.sign(centre.y - at.y) * 137 };
    return [[id, place] as [string, Point]];
  });
}
