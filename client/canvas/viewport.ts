// What part of the picture is shown: fitted into what floating panels leave free.
import type { Collection, Core, EdgeSingular, NodeSingular } from 'cytoscape';
import type { EntityId } from '../../model/id.ts';
import type { View } from '../../model/view.ts';
import { around, type Box, shared } from './geometry.ts';
import { BRIEF_BELOW, FONT, FONT_BRIEF, WRAP } from './sizes.ts';
import { textBox, wrap } from './text.ts';

/** What floating panels cover, in CSS pixels. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
  /** What is covered of the lower left corner only; the rest of that row may be drawn on. */
  corner: { width: number; height: number } | null;
}

/** A size that the canvas has, or would have if a panel were folded, with what covers it. */
export interface Room {
  width: number;
  height: number;
  insets: Insets;
}

/** What is to be seen, and what of it where labels would get too small otherwise. */
interface Frame {
  whole: Collection;
  core: Collection;
}

/** What a fit shows. */
export interface Shown {
  zoom: number;
  pan: { x: number; y: number };
  /** Entities and claims that are drawn and lie outside, because the fit is to the states in question. */
  outside: number;
}

const CLOSEST = 1.25;
/** What reaches so far into the margin is seen. */
const SLACK = 16;
/** Pixels of a text that is read easily, and of one that is still drawn (UX.md section 4). */
const READABLE = 11;
const LEAST = 7;

/** What of a picture is fitted: all of it, or the answer to a question; in a narrow page the states in question. */
function frame(cy: Core, view: View, asked: readonly EntityId[], narrow: boolean): Frame {
  const ids = new Set(asked);
  const drawn = cy.elements().filter((e) => e.data('kind') !== 'Spot' && !e.hasClass('quiet'));
  const answer = drawn.filter((e) => !e.hasClass('dim'));
  const lit = view.question !== null && view.draw === 'claims' && answer.nonempty() ? answer : drawn;
  const inner = drawn.filter((e) => {
    const members: unknown = e.data('field')?.members ?? e.data('members');
    if (Array.isArray(members)) return members.every((id) => ids.has(String(id)));
    return ids.has(e.id()) || (ids.has(e.data('source')) && ids.has(e.data('target')));
  });
  const core = inner.nonempty() ? inner : drawn;
  return { whole: narrow && view.draw === 'alignment' ? core : lit, core };
}

/**
 * The first of several rooms in which labels keep their size; the last where none is large enough.
 * @param rooms from the one with all panels open to the one with most of them folded
 */
export function roomFor(
  cy: Core,
  view: View,
  asked: readonly EntityId[],
  narrow: boolean,
  rooms: readonly Room[],
): number {
  if (rooms.length < 2) return 0;
  // Very many states have no labels to keep: the legend gives way to them, and the table stays.
  if (cy.elements().is('[world]')) return 1;
  const boxes = boxesOf(frame(cy, view, asked, narrow).whole, false);
  const found = rooms.findIndex((room) => (placed(boxes, room)?.zoom ?? 1) >= BRIEF_BELOW);
  return found < 0 ? rooms.length - 1 : found;
}

/**
 * Fits a picture: all of it, or the answer to a question; the states in question where labels would get too small.
 * @param asked the states in question
 * @param all whether all of it is to be seen, however small
 * @param ground the map, where very many states are drawn on it
 * @returns what is shown now; null where there is no room
 */
export function fitPicture(
  cy: Core,
  view: View,
  asked: readonly EntityId[],
  narrow: boolean,
  room: Room,
  all = false,
  ground: Box | null = null,
): Shown | null {
  const { whole, core } = frame(cy, view, asked, narrow && !all);
  if (ground !== null) {
    // All of the map, so that a step through time leads to no state that is out of sight.
    const map = { id: '', box: ground, isItem: true };
    const viewport = placed([...boxesOf(whole, true), map], room, CLOSEST, cy.minZoom());
    if (viewport === null) return null;
    cy.viewport(viewport);
    return { zoom: cy.zoom(), pan: { ...cy.pan() }, outside: 0 };
  }
  const fitted = (of: Collection) => {
    const large = placed(boxesOf(of, false), room);
    // Shortened labels take another room than whole ones.
    return large === null || large.zoom >= BRIEF_BELOW ? large : placed(boxesOf(of, true), room, BRIEF_BELOW);
  };
  const first = fitted(whole);
  const near = first !== null && first.zoom < BRIEF_BELOW && !all ? fitted(core) : null;
  const viewport = first === null || near === null || !isWorthIt(first.zoom, near.zoom) ? first : near;
  if (viewport === null) return null;
  const zoom = Math.max(viewport.zoom, cy.minZoom());
  cy.viewport({ zoom, pan: viewport.pan });
  return { zoom, pan: { ...cy.pan() }, outside: outside(cy, room) };
}

/**
 * Narrowing is for labels: it is not called for while the shortened ones can be read; where they stay small in what is
 * narrowed to, all is shown as long as they are drawn at all.
 */
function isWorthIt(all: number, narrowed: number): boolean {
  const [of, than] = [all * FONT_BRIEF.label, narrowed * FONT_BRIEF.label];
  return of < READABLE && (than >= READABLE || of < LEAST);
}

/** Fits all that is drawn, as in a picture that stands by itself. */
export function fitWhole(cy: Core, insets: Omit<Insets, 'corner'>): void {
  const room = { width: cy.width(), height: cy.height(), insets: { ...insets, corner: null } };
  const viewport = placed(boxesOf(cy.elements(), false), room);
  if (viewport !== null) cy.viewport(viewport);
}

/** The viewport that shows boxes as large as may be; what stands in the covered corner moves out of it. */
export function placed(
  boxes: readonly Fitted[],
  room: Room,
  most = CLOSEST,
  least = 0,
): { zoom: number; pan: Shown['pan'] } | null {
  const box = around(boxes.map((b) => b.box));
  if (box === null) return null;
  const { insets, width, height } = room;
  const into = (bottom: number) => {
    const w = width - insets.left - insets.right;
    const h = height - insets.top - bottom;
    if (w <= 0 || h <= 0) return null;
    const zoom = Math.max(Math.min(w / (box.x2 - box.x1), h / (box.y2 - box.y1), most), least);
    return {
      zoom,
      pan: {
        x: insets.left + w / 2 - (zoom * (box.x1 + box.x2)) / 2,
        y: insets.top + h / 2 - (zoom * (box.y1 + box.y2)) / 2,
      },
    };
  };
  const free = into(insets.bottom);
  if (free === null || insets.corner === null) return free;
  const corner = {
    x1: 0,
    x2: insets.corner.width,
    y1: height - insets.corner.height,
    y2: height,
  };
  const isCovered = boxes.some((b) => b.isItem && shared(onScreen(b.box, free), corner) > 0);
  return isCovered ? (into(insets.corner.height) ?? free) : free;
}

const onScreen = (b: Box, { zoom, pan }: Pick<Shown, 'zoom' | 'pan'>): Box => ({
  x1: b.x1 * zoom + pan.x,
  y1: b.y1 * zoom + pan.y,
  x2: b.x2 * zoom + pan.x,
  y2: b.y2 * zoom + pan.y,
});

/** How many entities and claims, of all or of these, lie wholly or partly out of what panels leave free. */
export function outside(cy: Core, { width, height, insets }: Room, of: Collection = cy.elements()): number {
  const viewport = { zoom: cy.zoom(), pan: cy.pan() };
  const brief = viewport.zoom < BRIEF_BELOW;
  const items = of.filter((e) => !e.hasClass('quiet') && e.data('kind') !== 'Spot');
  const out = new Set<string>();
  for (const { id, box, isItem } of boxesOf(items, brief)) {
    const b = onScreen(box, viewport);
    const { left, right } = { left: insets.left - SLACK, right: width - insets.right + SLACK };
    const isOut = b.x1 < left || b.x2 > right || b.y1 < insets.top - 6 || b.y2 > height - insets.bottom + 12;
    const { entity, claims } = cy.getElementById(id).data();
    if (isItem && isOut && (entity ?? claims) !== undefined) out.add(id);
  }
  return out.size;
}

/** Whether something that is drawn is covered now. */
export const isCut = (cy: Core, room: Room): boolean => outside(cy, room) > 0;

interface Fitted {
  id: string;
  box: Box;
  /** A body, a name or a chip, and no line. */
  isItem: boolean;
}

/** What is really drawn: Cytoscape's own box adds the room that glyphs may need. */
export function boxesOf(elements: Collection, brief: boolean): Fitted[] {
  const boxes: Fitted[] = [];
  elements.nodes().forEach((n) => {
    for (const box of nodeBoxes(n, brief)) boxes.push({ id: n.id(), box, isItem: n.data('kind') !== 'Pad' });
  });
  elements.edges().forEach((e) => {
    if (!e.visible()) return;
    const { x1, y1, x2, y2 } = e.boundingBox({
      includeLabels: false,
      includeUnderlays: false,
      includeOverlays: false,
    });
    if (Number.isFinite(x1)) boxes.push({ id: e.id(), box: { x1, y1, x2, y2 }, isItem: false });
    const chip = chipBox(e, brief);
    if (chip !== null) boxes.push({ id: e.id(), box: chip, isItem: true });
  });
  return boxes;
}

function chipBox(e: EdgeSingular, brief: boolean): Box | null {
  if (e.data('type') !== 'tie') return null;
  const text = String(e.data(brief ? 'brief' : 'label'));
  const { width, height } = textBox(text, brief ? FONT_BRIEF.label : FONT.tie, 1.22);
  const at = e.midpoint();
  const x = at.x + Number(e.data(brief ? 'briefX' : 'tx'));
  const y = at.y + Number(e.data(brief ? 'briefY' : 'ty'));
  return { x1: x - width / 2 - 6, x2: x + width / 2 + 6, y1: y - height / 2 - 5, y2: y + height / 2 + 5 };
}

/** The body of a node and its name. */
function nodeBoxes(n: NodeSingular, brief: boolean): Box[] {
  if (!n.visible() || n.data('kind') === 'Spot') return [];
  const { x, y } = n.position();
  const w = n.width() / 2;
  const h = n.height() / 2;
  const body = { x1: x - w, y1: y - h, x2: x + w, y2: y + h };
  // In small, what is under a disc is drawn from nearer only.
  if (n.data('world') !== undefined) return [body];
  const label = String(n.data(brief ? 'brief' : 'label') ?? '');
  // A dimmed item keeps the room of its name: a question dims, and moves nothing.
  if (label === '') return [body];
  const { width, height } = labelSize(n, label, brief);
  if (n.data('kind') === 'Heading')
    return [body, { x1: x - width / 2, x2: x + width / 2, y1: y - 7 - height, y2: y }];
  const [dx, dy] = [w + 8, h + (n.data('kind') === 'Claim' ? 23 : 7)];
  const role = n.data('role');
  if (role === 'lead')
    return [body, { x1: x + w + 3, x2: x + w + 3 + width, y1: y + 38 - height / 2, y2: y + 38 + height / 2 }];
  if (role === 'row' || n.data('at') === 'right')
    return [body, { x1: x + dx, x2: x + dx + width, y1: y - height / 2, y2: y + height / 2 }];
  if (n.data('at') === 'left')
    return [body, { x1: x - dx - width, x2: x - dx, y1: y - height / 2, y2: y + height / 2 }];
  if (n.data('at') === 'top')
    return [body, { x1: x - width / 2, x2: x + width / 2, y1: y - h - 6 - height, y2: y - h - 6 }];
  return [body, { x1: x - width / 2, x2: x + width / 2, y1: y + dy, y2: y + dy + height }];
}

function labelSize(n: NodeSingular, label: string, brief: boolean) {
  const kind = n.data('kind');
  const role = n.data('role');
  if (kind === 'Heading') {
    const size = brief ? FONT_BRIEF.heading : FONT.heading;
    return textBox(wrap(label, size, WRAP.heading), size, 1.16);
  }
  if (kind !== 'Claim') {
    const small = kind === 'Group' || kind === 'Person';
    const whole = kind === 'Group' ? FONT.group : kind === 'Person' ? FONT.person : FONT.state;
    const size = !brief || kind === 'Person' ? whole : small ? FONT_BRIEF.group : FONT_BRIEF.state;
    return textBox(wrap(label, size, WRAP.entity), size, 1.16);
  }
  const [font, wide] =
    role === 'claim'
      ? [FONT.claim, WRAP.claim]
      : role === 'lead'
        ? [FONT.lead, brief ? WRAP.leadBrief : WRAP.lead]
        : role === 'row'
          ? [FONT.row, brief ? WRAP.rowBrief : WRAP.row]
          : [FONT.joint, WRAP.joint];
  const size = brief && role !== 'claim' ? FONT_BRIEF.label : font;
  return textBox(wrap(label, size, wide), size, 1.16);
}
