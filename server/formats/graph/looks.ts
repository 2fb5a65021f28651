// How a graph looks in print: colours by sign and by what a node is, sizes by what it is. Blue and orange mean sign, as
// on the canvas.
import type { Sign } from '../../../model/vocabulary.ts';
import type { GraphNode } from './elements.ts';

/** The colours of the light canvas; a test holds them equal to the client's. */
export const printed = {
  plus: '#1B62B5',
  minus: '#C2410C',
  neutral: '#566373',
  absent: '#727E8E',
  ink: '#17202B',
  line: '#DCE1E8',
};

const bySign: Record<Sign, string> = {
  '+': printed.plus,
  '-': printed.minus,
  '±': printed.neutral,
  '0': printed.neutral,
};

/** @param sign null of what does not stand, undefined of what has none */
export function colourOf(sign: Sign | null | undefined, otherwise: string): string {
  return sign === undefined ? otherwise : sign === null ? printed.absent : bySign[sign];
}

/** Diameters in model units: entities lead, evidence is small. */
export const sizes: Record<GraphNode['type'], number> = {
  entity: 24,
  named: 24,
  claim: 16,
  source: 10,
  dataset: 10,
  statement: 6,
  joint: 4,
};
