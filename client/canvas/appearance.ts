// What a claim, or a fold of several, looks like at its place: all that changes when only the judgement changes.
import { bandOf } from '../../model/confidence.ts';
import type { EntityId } from '../../model/id.ts';
import {
  chip,
  doubt,
  foldedAbsent,
  foldedRows,
  foldedTies,
  leadChip,
  mark,
  rowChip,
  shortName,
  standingNow,
  type Words,
} from './chip.ts';
import { type Look, lookOf, signTable, stateOf } from './encoding.ts';
import { dataUri, glyph, type Shape, shapeOf } from './glyph.ts';
import type { Reading, Scene } from './reading.ts';
import { tokens } from './tokens.ts';

/** The part an element plays: a line between two states, a leg, or a shape at one of five places. */
export type Role = 'tie' | 'leg' | 'lead' | 'row' | 'joint' | 'beside' | 'claim';

export interface Appearance extends Look {
  label: string;
  brief: string;
  /** An SVG as a data address; empty for lines. */
  glyph: string;
  /** Classes of the element: `dim`, `ghost`. */
  classes: string;
}

/**
 * How an element looks now.
 * @param rs its claims; more than one is a fold
 * @param members who is joined by the field that a row stands in
 */
export function appearanceOf(
  rs: readonly Reading[],
  role: Role,
  scene: Scene,
  members: readonly EntityId[] = [],
): Appearance {
  const [r] = rs;
  if (r === undefined) throw new Error('an element has at least one claim');
  const words = wordsOf(rs, r, role, scene, members);
  const drawn = role === 'tie' || role === 'leg' ? '' : dataUri(picture(rs, r, role, scene));
  return { ...lookAt(rs, r, role), ...words, glyph: drawn, classes: classesOf(rs) };
}

function classesOf(rs: readonly Reading[]): string {
  const names: string[] = [];
  if (rs.every((r) => r.claim.dim)) names.push('dim');
  if (rs.every((r) => r.claim.ghost)) names.push('ghost');
  return names.join(' ');
}

/** A fold of ties is as wide as its surest claim, and split where one of its claims is disputed. */
function lookAt(rs: readonly Reading[], r: Reading, role: Role): Look {
  if (rs.length === 1) return lookOf(r.claim);
  const standing = rs.filter((x) => x.claim.stands);
  if (role !== 'tie') {
    const stands = standing.length > 0;
    return {
      tone: stands ? 'neutral' : 'absent',
      state: stands ? 'asserted' : stateOf(r.claim),
      doneness: 'done',
      band: 'high',
    };
  }
  if (standing.length === 0) return lookOf(r.claim);
  const disputed = standing.find((x) => x.claim.state !== 'asserted');
  const known = standing.flatMap((x) => x.claim.for ?? []);
  return {
    tone: signTable[r.was.sign].tone,
    state: disputed === undefined ? 'asserted' : stateOf(disputed.claim),
    doneness: 'done',
    band: bandOf(known.length === 0 ? null : Math.max(...known)),
  };
}

function wordsOf(
  rs: readonly Reading[],
  r: Reading,
  role: Role,
  scene: Scene,
  members: readonly EntityId[],
): Words {
  if (role === 'leg') return { label: '', brief: '' };
  if (rs.length > 1) {
    if (role === 'tie') return foldedTies(rs);
    return r.was.stands ? foldedRows(rs) : foldedAbsent(rs, stateOf(r.was));
  }
  switch (role) {
    case 'lead':
      return leadChip(r, scene);
    case 'row':
      return rowChip(r, scene, members);
    case 'claim': {
      const text = `${doubt(r.claim)}${mark(r.claim)}\u00a0${shortName(r.claim)}`;
      return { label: text, brief: text };
    }
    default:
      return chip(r, scene);
  }
}

function picture(rs: readonly Reading[], r: Reading, role: Role, scene: Scene): string {
  const ground = tokens[scene.theme].canvas;
  // Drawn three times as large as it stands, so that it stays sharp when it is zoomed.
  const options = { theme: scene.theme, size: 200, ground, bar: rs.length === 1 };
  return glyph(rs.length === 1 ? shapeOf(r.claim) : foldShape(rs, r, role), options);
}

function foldShape(rs: readonly Reading[], r: Reading, role: Role): Shape {
  const stands = rs.some((x) => x.claim.stands);
  const look = lookAt(rs, r, role);
  return {
    ...shapeOf(r.claim),
    fold: stands ? standingNow(rs).length : rs.length,
    incomplete: false,
    stands,
    principals: r.principals.length > 2 ? 3 : r.principals.length,
    sign: stands ? '0' : r.claim.sign,
    state: look.state,
    modality: stands ? 'done' : r.claim.claim.modality,
    origins: 0,
  };
}

/** Whether an element's end is aimed at: bars or an arrow at the addressed end only. */
export const isAimed = (r: Reading): boolean => r.addressees.length > 0 && r.actors.length > 0;
