// Single elements as Cytoscape takes them: what of a claim or an entity goes into an element's data.
import type { ElementDefinition } from 'cytoscape';
import type { EntityId } from '../../model/id.ts';
import { appearanceOf, isAimed, type Role } from './appearance.ts';
import { isMaterial, lookOf } from './encoding.ts';
import { entityGlyph } from './entity-glyph.ts';
import type { Box, Point } from './geometry.ts';
import { dataUri } from './glyph.ts';
import { nameIn, type Reading, type Scene } from './reading.ts';
import type { Group } from './sets.ts';
import { tokens } from './tokens.ts';

interface ChipAt {
  whole: Point | undefined;
  brief: Point | undefined;
}

/** An entity's disc, square or sign, with its name. @param hidden whether it appears only with a leg that needs it */
export function entityNode(
  id: EntityId,
  at: Point,
  size: number,
  scene: Scene,
  hidden = false,
): ElementDefinition {
  const entity = scene.entities.get(id);
  const kind = entity?.label ?? 'State';
  const isHub = scene.hubs.has(id);
  const name = `${nameIn(scene, id)}${isHub ? ' · hub' : ''}`;
  return {
    group: 'nodes',
    data: {
      id,
      kind,
      entity: id,
      label: name,
      brief: name,
      size,
      // What it is, is not known before its entry has come: a bare disc.
      ...(entity === undefined
        ? {}
        : { glyph: dataUri(entityGlyph(entity, { theme: scene.theme, size: 150 })) }),
    },
    position: { ...at },
    classes: [hidden ? 'quiet' : '', isHub ? 'hub' : '', scene.kept?.has(id) === false ? 'dim' : '']
      .filter((c) => c !== '')
      .join(' '),
  };
}

/** A pin on what was moved by hand. */
const PIN =
  '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 16 16"><g fill="none" stroke="INK" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round"><path d="M5.5 2.5h5l-.8 4.200 2.300 2.300H4l2.300-2.300Z" fill="PAPER"/><path d="M8 9v4.5"/></g></svg>';

/** What hangs on an entity: how much of it is not drawn, and that it was moved. */
export function attachments(id: EntityId, at: Point, size: number, scene: Scene): ElementDefinition[] {
  const t = tokens[scene.theme];
  const count = scene.badges[id] ?? 0;
  const hang = (kind: string, x: number, data: Record<string, unknown>): ElementDefinition => ({
    group: 'nodes',
    data: { id: `${kind}:${id}`, kind, lead: id, ...data },
    position: { x: at.x + x, y: at.y - size * 0.42 },
    classes: scene.kept?.has(id) === false ? 'dim' : '',
    grabbable: false,
    selectable: false,
  });
  const pin = dataUri(PIN.replace('INK', t.ink2).replace('PAPER', t.canvas));
  return [
    ...(count > 0 ? [hang('Badge', size * 0.5, { label: `+${count}` })] : []),
    ...(scene.moved[id] === undefined ? [] : [hang('Pin', -size * 0.5, { glyph: pin })]),
  ];
}

/** A claim's shape, or that of a fold. */
export function claimNode(
  rs: readonly Reading[],
  role: Exclude<Role, 'tie' | 'leg'>,
  at: Point,
  size: number,
  scene: Scene,
  data: Record<string, unknown> = {},
  id = rs[0]?.id ?? '',
): ElementDefinition {
  const members = Array.isArray(data.members) ? data.members : [];
  const { classes, ...look } = appearanceOf(rs, role, scene, members);
  return {
    group: 'nodes',
    data: { id, kind: 'Claim', role, size, claims: rs.map((r) => r.id), ...look, ...data },
    position: { ...at },
    classes,
  };
}

/** The invisible rectangle that holds the place of rows in a field. */
export function padNode(field: string, box: Box, lead: string): ElementDefinition {
  return {
    group: 'nodes',
    data: { id: `pad:${field}`, kind: 'Pad', lead, width: box.x2 - box.x1, height: box.y2 - box.y1 },
    position: { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 },
    grabbable: false,
    selectable: false,
  };
}

const material = (r: Reading, scene: Scene): boolean =>
  isMaterial(scene.vocabulary.kinds.get(r.was.claim.kinds[0] ?? '')?.plover);

/** How a party's end of a leg is drawn: what is aimed at it, or that the conflict is mutual. */
function endOf(r: Reading, entity: EntityId): 'actor' | 'addressee' | 'mutual' {
  if (r.addressees.includes(entity)) return 'addressee';
  return r.claim.sign === '-' && !isAimed(r) && r.actors.includes(entity) ? 'mutual' : 'actor';
}

/** A leg of a claim, from a party to its shape. @param quiet whether it appears only while it is hovered or selected */
export function legEdge(
  r: Reading,
  entity: EntityId,
  to: string,
  bow: number,
  scene: Scene,
  quiet: boolean,
  end: string = endOf(r, entity),
): ElementDefinition {
  const classes = [quiet ? 'quiet' : '', r.claim.dim ? 'dim' : '', r.claim.ghost ? 'ghost' : ''];
  return {
    group: 'edges',
    data: {
      id: `${r.id}>${entity}`,
      type: 'leg',
      role: 'leg',
      source: entity,
      target: to,
      claims: [r.id],
      end,
      material: material(r, scene),
      ...(bow === 0 ? {} : { bow: Math.round(bow) }),
      ...lookOf(r.claim),
    },
    classes: classes.filter((c) => c !== '').join(' '),
  };
}

/** A tie: one bilateral claim, or a fold of some, projected on a pair of states. */
export function tieEdge(
  group: Group,
  from: EntityId,
  to: EntityId,
  bow: number,
  z: number,
  at: ChipAt,
  scene: Scene,
  opens: string | null,
): ElementDefinition {
  const { classes, glyph, ...look } = appearanceOf(group.readings, 'tie', scene);
  const [first] = group.readings;
  return {
    group: 'edges',
    data: {
      id: `tie:${group.id}`,
      type: 'tie',
      role: 'tie',
      source: from,
      target: to,
      claims: group.readings.map((r) => r.id),
      bow,
      z,
      tx: at.whole?.x ?? 0,
      ty: at.whole?.y ?? 0,
      briefX: at.brief?.x ?? 0,
      briefY: at.brief?.y ?? 0,
      aimed: first !== undefined && group.readings.every(isAimed),
      material: first !== undefined && material(first, scene),
      fold: group.readings.length > 1,
      ...(opens === null ? {} : { opens }),
      ...look,
    },
    classes,
  };
}

/** The thin leg from a tie's chip, or a shape, to a party that it affects; it appears while that is looked at. */
export function affectedNode(
  r: Reading,
  owner: string,
  at: Point,
  entity: EntityId,
  scene: Scene,
): ElementDefinition[] {
  const spot = `spot:${owner}>${entity}`;
  return [
    {
      group: 'nodes',
      data: { id: spot, kind: 'Spot', size: 1 },
      position: { ...at },
      classes: 'quiet',
      grabbable: false,
      selectable: false,
    },
    {
      group: 'edges',
      data: {
        id: `${spot}>`,
        type: 'affects',
        source: spot,
        target: entity,
        claims: [r.id],
        tone: affectedTone(r, entity, scene),
      },
      classes: 'quiet',
    },
  ];
}

/** Affected parties take their role's sign, − where it says none (MODEL.md section 2). */
function affectedTone(r: Reading, entity: EntityId, scene: Scene): string {
  const role = r.parties.find((p) => p.entity === entity && p.part === 'affected')?.role;
  const sign = role === undefined ? undefined : scene.vocabulary.roles.get(role)?.sign;
  if (!r.claim.stands) return 'absent';
  return sign === '+' ? 'plus' : sign === '0' ? 'neutral' : 'minus';
}
