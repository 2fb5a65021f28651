// The ladder of commitment (docs/model.md): ours, an order and not a measure.

/** The rungs of commitment, in words. */
export const rungWords: Record<number, string> = {
  1: 'appearance or statement',
  2: 'visit or consultation',
  3: 'agreement or economic deal',
  4: 'material support',
  5: 'neutrality or non-aggression pact',
  6: 'defence or offence pact',
  7: 'common command',
};
