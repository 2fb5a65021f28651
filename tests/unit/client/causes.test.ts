// Why nothing stands: the real cause is named, with what would clear it.
import { describe, expect, test } from 'vitest';
import { type Cause, causes } from '../../../client/causes.ts';
import { rejudge } from '../../../client/rejudge.ts';
import type { Answer } from '../../../model/answer.ts';
import { defaultLens, type Lens } from '../../../model/lens.ts';
import type { Filters } from '../../../model/question.ts';
import { defaultView, type View } from '../../../model/view.ts';
import { answerOf, told } from './drawing.ts';

const ground = answerOf(
  [
    told('a', 'memorandum', 'CHN signatory, RUS signatory', '+70'),
    told('b', 'tension', 'CHN party, RUS party', '+?'),
  ],
  ['state:CHN'],
);
/** The same where none of it is known, as the server answers for a day before. */
const unknown: Answer = {
  ...ground,
  claims: ground.claims.map((c) => ({ ...c, state: null, stands: false })),
};

function found(
  answer: Answer,
  lens: Partial<Lens>,
  filters: Partial<Filters> = {},
  change: Partial<View> = {},
) {
  const view: View = {
    ...defaultView,
    filters: { ...defaultView.filters, ...filters },
    lens: { ...defaultLens, ...lens },
    ...change,
  };
  const judged = answer === unknown ? answer.claims : rejudge(answer, view.lens);
  return causes(answer, judged, view, (id) => id).map((c: Cause) => [c.text, c.button]);
}

describe('nothing stands', () => {
  test('for the day of knowledge', () => {
    expect(found(unknown, { known: '2025-01-01' })).toEqual([
      ['as known on 2025-01-01', 'Clear “as known on”'],
    ]);
    expect(found(unknown, { known: '2025-01-01', clock: 'held' })).toEqual([
      ['as held here on 2025-01-01', 'Clear “as known on”'],
    ]);
  });

  test('for the time, with or without a day of knowledge', () => {
    const none = { ...ground, claims: [] };
    expect(found(none, { from: '1990-01-01', until: '1990-01-01' })).toEqual([
      ['on 1990-01-01', 'Clear time'],
    ]);
    expect(found(none, { from: '1990-01-01', until: '1990-01-01', known: '2025-01-01' })).toEqual([
      ['on 1990-01-01', 'Clear time'],
      ['as known on 2025-01-01', 'Clear “as known on”'],
    ]);
  });

  test('for confidence, and how many of unknown confidence are off', () => {
    expect(found(ground, { threshold: 95 })).toEqual([
      ['at confidence 95. 1 of unknown confidence is switched off', 'Clear confidence'],
    ]);
  });

  test('for origins', () => {
    expect(found(ground, { origins: 3 })).toEqual([['with 3 or more origins', 'Clear origins']]);
  });

  test('for a filter, and for several together', () => {
    expect(found(ground, {}, { kind: ['nokind'] })).toEqual([['of kind nokind', 'Clear kind']]);
    expect(found(ground, {}, { kind: ['tension'], sign: ['+'] })).toEqual([
      ['of kind tension', 'Clear kind'],
      ['of sign +', 'Clear sign'],
    ]);
    expect(found(ground, {}, { state: ['denied'] })).toEqual([['of state denied', 'Clear state']]);
  });

  test('for what the legend hides', () => {
    expect(found(ground, {}, {}, { hide: ['sign:+', 'sign:-'] })).toEqual([
      ['that is not hidden', 'Show all hidden'],
    ]);
  });

  test('for nothing at all where nothing is told of these states', () => {
    expect(found({ ...ground, claims: [] }, {})).toEqual([]);
  });
});
