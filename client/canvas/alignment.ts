// The alignment view: ties between states, shapes with legs, fields with rows. What is drawn for a claim depends on its
// parties only (UX.md section 2); this file puts the parts in their places.
import type { ElementDefinition } from 'cytoscape';
import { keyOf } from '../../model/drawn.ts';
import type { EntityId } from '../../model/id.ts';
import { appearanceOf } from './appearance.ts';
import { type Chip, chipPlaces } from './chip-places.ts';
import { affectedNode, attachments, claimNode, entityNode, legEdge, padNode, tieEdge } from './draw.ts';
import { boxAt, type Curve, mean, type Point, pointAt } from './geometry.ts';
import { headings } from './headings.ts';
import { besidePlace, jointPlace, nameSide, outsidePlace, sideBox } from './joints.ts';
import { entityPlaces } from './layout.ts';
import type { Reading, Scene } from './reading.ts';
import { addLine, type End, fan, legBow } from './routes.ts';
import { blockAt, leadPlace } from './rows.ts';
import { type Field, type Group, type Joint, type Pair, type Sets, setsOf } from './sets.ts';
import { BESIDE, FONT, FONT_BRIEF, JOINT, LEAD, nodeSize, ROW, WRAP } from './sizes.ts';
import { entityBox } from './spread.ts';
import { Stage } from './stage.ts';
import { textBox, wrap } from './text.ts';

/** The elements of the alignment view. */
export function alignment(scene: Scene): ElementDefinition[] {
  return new Alignment(scene, setsOf(scene)).build();
}

interface TieToPlace {
  group: Group;
  pair: Pair;
  bow: number;
  z: number;
  curve: Curve;
  flipped: boolean;
}

/** Where states do not stand as their lines would have it, chips need more room between the lines. */
const FAN_STEP = { map: 64, circle: 90, sign: 90, time: 90 };

class Alignment {
  private readonly scene: Scene;
  private readonly sets: Sets;
  private readonly stage: Stage;
  private readonly places: Map<string, Point>;
  private readonly sizes = new Map<string, number>();
  private readonly elements: ElementDefinition[] = [];
  private readonly hubs = new Map<string, Point>();

  constructor(scene: Scene, sets: Sets) {
    this.scene = scene;
    this.sets = sets;
    this.stage = new Stage(FAN_STEP[scene.layout], linesOf(sets));
    const ids = entitiesOf(sets);
    this.places = entityPlaces(ids, scene.readings, scene);
    for (const id of ids) this.addEntity(id);
  }

  build(): ElementDefinition[] {
    for (const field of this.inOrder()) this.addField(field);
    // Shapes with a place of their own come first, so that ties keep clear of them; the others look for room.
    for (const joint of this.sets.joints) if (this.isPlaced(joint.lead.id)) this.placeJoint(joint);
    const ties = this.sets.pairs.flatMap((pair) => this.routeTies(pair));
    for (const joint of this.sets.joints) if (!this.isPlaced(joint.lead.id)) this.placeJoint(joint);
    for (const joint of this.sets.joints) this.addJoint(joint);
    this.placeChips(ties);
    const { stage, places } = this;
    this.elements.push(...headings(entitiesOf(this.sets), places, this.scene, stage.bounds));
    return this.elements;
  }

  /** The field of the states in question takes its place first, then those with the most rows. */
  private inOrder(): Field[] {
    const asked = `field:${keyOf(this.scene.asked)}`;
    const rows = (f: Field) => (f.id === asked ? 1000 : f.left.length + f.right.length);
    return [...this.sets.fields].sort((a, b) => rows(b) - rows(a));
  }

  private addEntity(id: EntityId, hidden = false): void {
    const at = this.places.get(id) ?? { x: 0, y: 0 };
    const size = nodeSize(this.scene.entities.get(id)?.label);
    this.sizes.set(id, size);
    this.elements.push(entityNode(id, at, size, this.scene, hidden));
    if (hidden) return;
    this.elements.push(...attachments(id, at, size, this.scene));
    this.stage.addDisc(id, at, size);
    this.stage.boxes.push({ id, box: entityBox(id, at, this.scene) });
  }

  private end(id: string): End {
    return { id, at: this.places.get(id) ?? { x: 0, y: 0 }, radius: (this.sizes.get(id) ?? 0) / 2 };
  }

  private put(id: string, at: Point, size: number): void {
    this.places.set(id, at);
    this.sizes.set(id, size);
  }

  /** A saved or moved place, or the computed one. */
  private placeOf(id: string, compute: () => Point): Point {
    const saved = this.scene.moved[id] ?? this.scene.saved[id];
    return saved === undefined ? compute() : { x: saved[0], y: saved[1] };
  }

  private isPlaced(id: string): boolean {
    return (this.scene.moved[id] ?? this.scene.saved[id]) !== undefined;
  }

  private addField(field: Field): void {
    const { lead, members } = field;
    const points = members.flatMap((id) => this.places.get(id) ?? []);
    const block = blockAt(
      field,
      this.placeOf(lead.id, () => leadPlace(field, points, this.stage)),
    );
    this.put(lead.id, block.lead, LEAD);
    this.stage.addDisc(lead.id, block.lead, LEAD);
    const pad = block.pad === null ? null : padNode(field.id, block.pad, lead.id);
    const data = { members, pad: pad?.data.id ?? null, stands: field.stands };
    const shape = claimNode([lead], 'lead', block.lead, LEAD, this.scene, { field: data });
    this.elements.push(shape);
    const name = textBox(wrap(String(shape.data.label), FONT.lead, WRAP.lead), FONT.lead, 1.16);
    const middle = { x: block.lead.x + LEAD / 2 + 3 + name.width / 2, y: block.lead.y + 38 };
    this.stage.boxes.push({ id: lead.id, box: boxAt(middle.x, middle.y, name.width, name.height) });
    if (pad !== null && block.pad !== null) {
      this.elements.push(pad);
      this.stage.pads.push(block.pad);
      this.stage.boxes.push({ id: 'pad', box: block.pad });
    }
    const hub = block.pad === null ? block.lead : mean([block.lead, { x: block.lead.x, y: block.pad.y2 }]);
    for (const [i, a] of members.entries())
      for (const b of members.slice(i + 1)) {
        const key = [a, b].sort().join(' ');
        if (!this.hubs.has(key)) this.hubs.set(key, hub);
      }
    for (const id of members) {
      this.elements.push(legEdge(lead, id, lead.id, 0, this.scene, false));
      addLine(`${lead.id}>${id}`, this.end(id), this.end(lead.id), 0, 6, this.stage);
    }
    for (const { group, at } of block.rows) {
      this.put(group.id, at, ROW);
      const data = { members, lead: lead.id, fold: group.readings.length > 1 };
      const row = claimNode(group.readings, 'row', at, ROW, this.scene, data, group.id);
      this.elements.push({ ...row, grabbable: false });
      for (const r of group.readings) this.hiddenLegs(r, group.id);
    }
  }

  /** Legs that appear while their claim is hovered or selected, and nodes that only they need. */
  private hiddenLegs(r: Reading, to: string): void {
    for (const id of r.principals) {
      if (!this.places.has(id)) {
        const near = mean(r.principals.flatMap((p) => this.places.get(p) ?? []));
        this.places.set(
          id,
          this.placeOf(id, () => outsidePlace(near, this.stage)),
        );
        this.addEntity(id, true);
      }
      this.elements.push(legEdge(r, id, to, 0, this.scene, true));
    }
  }

  private routeTies(pair: Pair): TieToPlace[] {
    const { a, b, key, ties } = pair;
    const hub = this.hubs.get(key) ?? null;
    const bows = fan(this.end(a), this.end(b), ties.length, hub, this.stage);
    return ties.map((group, i) => {
      const bow = Math.round(bows[i] ?? 0);
      const z = 14 - Math.min(i, 7);
      const curve = addLine(group.id, this.end(a), this.end(b), bow, z, this.stage);
      const [first] = group.readings;
      // An aimed claim runs from its actor to its addressee.
      const flipped = first?.actors.includes(b) === true && first.addressees.includes(a);
      return { group, pair, bow, z, curve, flipped };
    });
  }

  /** The place of a shape with legs, and of those beside it. */
  private placeJoint({ lead, beside }: Joint): void {
    const parties = lead.principals.flatMap((id) => this.places.get(id) ?? []);
    const at = this.placeOf(lead.id, () => jointPlace(parties, this.stage));
    this.put(lead.id, at, JOINT);
    this.stage.addDisc(lead.id, at, JOINT);
    for (const group of beside) {
      const place = this.placeOf(group.id, () => besidePlace(at, JOINT, this.stage));
      this.put(group.id, place, BESIDE);
      this.stage.addDisc(group.id, place, BESIDE);
    }
  }

  private addJoint({ lead, beside, field }: Joint): void {
    for (const id of lead.principals) {
      const bow = legBow(this.end(id), this.end(lead.id), this.stage);
      addLine(`${lead.id}>${id}`, this.end(id), this.end(lead.id), bow, 6, this.stage);
      this.elements.push(legEdge(lead, id, lead.id, bow, this.scene, false));
    }
    const data = field === null ? {} : { field: { members: field, pad: null, stands: lead.was.stands } };
    const { at } = this.end(lead.id);
    this.addShape([lead], lead.id, 'joint', at, JOINT, data);
    for (const id of lead.affected) this.elements.push(...affectedNode(lead, lead.id, at, id, this.scene));
    for (const { id, readings } of beside) {
      this.addShape(readings, id, 'beside', this.end(id).at, BESIDE, { fold: readings.length > 1 });
      for (const r of readings) this.hiddenLegs(r, id);
    }
  }

  /** A shape whose name stands on the side where there is room. */
  private addShape(
    rs: readonly Reading[],
    id: string,
    role: 'joint' | 'beside',
    at: Point,
    size: number,
    data: Record<string, unknown>,
  ): void {
    const label = wrap(appearanceOf(rs, role, this.scene).label, FONT.joint, WRAP.joint);
    const { width, height } = textBox(label, FONT.joint, 1.16);
    const side = nameSide(id, at, size, width + 8, height + 6, this.stage);
    this.stage.boxes.push({ id, box: sideBox(at, size, side, width + 8, height + 6) });
    this.elements.push(claimNode(rs, role, at, size, this.scene, { ...data, at: side }, id));
  }

  private placeChips(ties: readonly TieToPlace[]): void {
    const chipOf = (tie: TieToPlace, brief: boolean): Chip => {
      const words = appearanceOf(tie.group.readings, 'tie', this.scene);
      const size = brief ? FONT_BRIEF.label : FONT.tie;
      const box = textBox(brief ? words.brief : words.label, size, 1.22);
      return { id: tie.group.id, curve: tie.curve, z: tie.z, width: box.width + 12, height: box.height + 8 };
    };
    const before = this.stage.boxes.length;
    const brief = chipPlaces(
      ties.map((t) => chipOf(t, true)),
      this.stage,
    );
    this.stage.boxes.length = before;
    const whole = chipPlaces(
      ties.map((t) => chipOf(t, false)),
      this.stage,
    );
    for (const tie of ties) {
      const at = { whole: whole.get(tie.group.id), brief: brief.get(tie.group.id) };
      const { group, pair } = tie;
      const [from, to] = tie.flipped ? [pair.b, pair.a] : [pair.a, pair.b];
      const bow = tie.flipped ? -tie.bow : tie.bow;
      const folded = group.readings.length > 1;
      const edge = tieEdge(group, from, to, bow, tie.z, at, this.scene, folded ? pair.key : null);
      this.elements.push(edge);
      const middle = pointAt(tie.curve, 0.5);
      const chip = { x: middle.x + (at.whole?.x ?? 0), y: middle.y + (at.whole?.y ?? 0) };
      for (const r of group.readings)
        for (const id of r.affected) this.elements.push(...affectedNode(r, group.id, chip, id, this.scene));
    }
  }
}

/** How many lines are always seen. */
function linesOf({ fields, joints, pairs }: Sets): number {
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  return (
    sum(fields.map((f) => f.members.length)) +
    sum(joints.map((j) => j.lead.principals.length)) +
    sum(pairs.map((p) => p.ties.length))
  );
}

/** The entities that have a node of their own. */
function entitiesOf(sets: Sets): EntityId[] {
  const ids = new Set<EntityId>();
  for (const field of sets.fields) for (const id of field.members) ids.add(id);
  for (const { lead } of sets.joints) for (const id of [...lead.principals, ...lead.affected]) ids.add(id);
  for (const { a, b, ties } of sets.pairs) {
    ids.add(a);
    ids.add(b);
    for (const { readings } of ties) for (const r of readings) for (const id of r.affected) ids.add(id);
  }
  return [...ids];
}
