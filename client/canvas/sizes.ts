// Sizes on the canvas in model units (UX.md sections 3 and 4).
import type { Label } from '../../model/entity.ts';

/** Diameter of an entity's node in the alignment view. */
export const nodeSize = (label: Label | undefined): number =>
  label === 'Group' ? 44 : label === 'Person' ? 34 : label === 'Place' || label === 'Weapon' ? 28 : 60;

/** In the claims view states are a little smaller. */
export const nodeSizeInClaims = (label: Label | undefined): number =>
  label === 'State' || label === 'Organization' || label === 'Thing' ? 52 : nodeSize(label);

export const LEAD = 78;
export const ROW = 38;
export const JOINT = 46;
export const BESIDE = 40;
export const CLAIM = 50;

export const ROW_STEP = 48;

/** Font sizes, and those for when labels are shortened because the picture is small. */
export const FONT = {
  state: 22,
  lead: 19,
  tie: 18,
  row: 17.5,
  joint: 17,
  claim: 16.5,
  group: 16,
  person: 14.5,
  thing: 13.5,
  heading: 20,
};
export const FONT_BRIEF = { state: 29, group: 22, label: 25, heading: 29 };

/** Below this zoom chip text is under 11 pixels, and labels shorten. */
export const BRIEF_BELOW = 0.62;

/** Widths after which a label goes on in the next line. */
export const WRAP = {
  entity: 150,
  lead: 260,
  leadBrief: 400,
  row: 236,
  rowBrief: 260,
  joint: 230,
  tie: 320,
  claim: 134,
  thing: 110,
  heading: 330,
};
