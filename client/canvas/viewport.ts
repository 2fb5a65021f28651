// What part of the picture is shown: fitted into what floating panels leave free.
import type { Collection, Core, EdgeSingular, NodeSingular } from 'cytoscape';
import type { EntityId } from '../../model/id.ts';
import type { View } from '../../model/view.ts';
import { around, type Box } from './geometry.ts';
import { BRIEF_BELOW, FONT, FONT_BRIEF, WRAP } from './sizes.ts';
import { textBox, wrap } from './text.ts';

/** What floating panels cover, in CSS pixels. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

const CLOSEST = 1.25;

/**
 * Fits elements into the room that is left.
 * @param whole what is to be seen
 * @param core what is to be seen where labels would get too small otherwise
 */
export function fitTo(cy: Core, whole: Collection, core: Collection, insets: Insets): void {
  const width = cy.width() - insets.left - insets.right;
  const height = cy.height() - insets.top - insets.bottom;
  if (width <= 0 || height <= 0) return;
  const zoomOf = (box: Box) => Math.min(width / (box.x2 - box.x1), height / (box.y2 - box.y1), CLOSEST);
  const all = extent(whole);
  const inner = extent(core);
  let box = all;
  if (all !== null && inner !== null && zoomOf(all) < BRIEF_BELOW) box = inner;
  if (box === null) return;
  const zoom = Math.max(zoomOf(box), cy.minZoom());
  cy.viewport({
    zoom,
    pan: {
      x: insets.left + width / 2 - (zoom * (box.x1 + box.x2)) / 2,
      y: insets.top + height / 2 - (zoom * (box.y1 + box.y2)) / 2,
    },
  });
}

/**
 * Fits a picture: all of it, or the answer to a question; the states in question where labels would get too small.
 * @param asked the states in question
 */
export function fitPicture(
  cy: Core,
  view: View,
  asked: readonly EntityId[],
  narrow: boolean,
  insets: Insets,
): void {
  const ids = new Set(asked);
  const drawn = cy.elements().filter((e) => e.data('kind') !== 'Spot');
  const answer = drawn.filter((e) => !e.hasClass('dim'));
  const lit = view.question !== null && view.draw === 'claims' && answer.nonempty() ? answer : drawn;
  const core = drawn.filter((e) => {
    const members: unknown = e.data('field')?.members ?? e.data('members');
    if (Array.isArray(members)) return members.every((id) => ids.has(String(id)));
    return ids.has(e.id()) || (ids.has(e.data('source')) && ids.has(e.data('target')));
  });
  const inner = core.nonempty() ? core : drawn;
  fitTo(cy, narrow && view.draw === 'alignment' ? inner : lit, inner, insets);
}

/** What is really drawn: Cytoscape's own box adds the room that glyphs may need. */
function extent(elements: Collection): Box | null {
  const boxes: Box[] = [];
  elements.nodes().forEach((n) => {
    boxes.push(...nodeBoxes(n));
  });
  elements.edges().forEach((e) => {
    if (!e.visible()) return;
    const { x1, y1, x2, y2 } = e.boundingBox({
      includeLabels: false,
      includeUnderlays: false,
      includeOverlays: false,
    });
    if (Number.isFinite(x1)) boxes.push({ x1, y1, x2, y2 });
    const chip = chipBox(e);
    if (chip !== null) boxes.push(chip);
  });
  return around(boxes);
}

function chipBox(e: EdgeSingular): Box | null {
  if (e.data('type') !== 'tie' || e.hasClass('dim')) return null;
  const { width, height } = textBox(String(e.data('label')), FONT.tie, 1.22);
  const at = e.midpoint();
  const x = at.x + Number(e.data('tx'));
  const y = at.y + Number(e.data('ty'));
  return { x1: x - width / 2 - 6, x2: x + width / 2 + 6, y1: y - height / 2 - 5, y2: y + height / 2 + 5 };
}

/** The body of a node and its name. */
function nodeBoxes(n: NodeSingular, brief = false): Box[] {
  if (!n.visible() || n.data('kind') === 'Spot') return [];
  const { x, y } = n.position();
  const w = n.width() / 2;
  const h = n.height() / 2;
  const body = { x1: x - w, y1: y - h, x2: x + w, y2: y + h };
  const label = String(n.data(brief ? 'brief' : 'label') ?? '');
  if (label === '' || n.hasClass('ghost') || (n.hasClass('dim') && n.data('kind') !== 'State')) return [body];
  const { width, height } = labelSize(n, label, brief);
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
  const [font, wide] =
    kind !== 'Claim'
      ? [kind === 'Group' ? FONT.group : kind === 'Person' ? FONT.person : FONT.state, WRAP.entity]
      : role === 'claim'
        ? [FONT.claim, WRAP.claim]
        : role === 'lead'
          ? [FONT.lead, WRAP.lead]
          : role === 'row'
            ? [FONT.row, WRAP.row]
            : [FONT.joint, WRAP.joint];
  const size = brief && kind === 'Claim' ? FONT_BRIEF.label : font;
  return textBox(wrap(label, size, wide), size, 1.16);
}
