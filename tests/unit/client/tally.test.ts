// What panels count: what does not stand is never in one number with what does.
import { expect, test } from 'vitest';
import { rejudge } from '../../../client/rejudge.ts';
import { countOf, notStanding } from '../../../model/count.ts';
import { defaultLens } from '../../../model/lens.ts';
import { answerOf, told as claimTold } from './drawing.ts';

const pact = (id: string, stances: string, origins: string[] = []) => {
  const made = claimTold(id, 'defence-pact', 'CHN member, RUS member', stances);
  const statements = made.statements.map((s, i) => ({ ...s, origin: origins[i] ?? 'one' }));
  return { ...made, statements };
};
const answer = answerOf(
  [
    pact('of-two', '+70 +60', ['one', 'two']),
    pact('of-one', '+70'),
    pact('repeated', '+70 +70'),
    pact('disputed', '+70 -60', ['one', 'two']),
    pact('denied', '-60'),
  ],
  [],
);
const told = (claims: ReturnType<typeof rejudge>) => {
  const count = countOf(claims);
  return { stands: count.stands, others: notStanding(count) };
};
const counted = (origins: number) => {
  const judged = rejudge(answer, { ...defaultLens, origins });
  return Object.fromEntries(
    (['asserted', 'contested', 'denied'] as const).map((state) => [
      state,
      told(judged.filter((c) => c.state === state)),
    ]),
  );
};

test('one origin is enough unless more are asked for', () => {
  expect(counted(1)).toEqual({
    asserted: { stands: 3, others: 0 },
    contested: { stands: 1, others: 0 },
    denied: { stands: 0, others: 1 },
  });
});

test('a claim of fewer origins than asked keeps its state and is counted with what does not stand', () => {
  expect(counted(2)).toEqual({
    asserted: { stands: 1, others: 2 },
    contested: { stands: 0, others: 1 },
    denied: { stands: 0, others: 1 },
  });
});
