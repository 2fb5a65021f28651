// The table of `sides` says of each claim who stands against whom.
import { expect, test } from 'vitest';
import type { Answer } from '../../../model/answer.ts';
import { rowsText } from '../../../server/text/answer-text.ts';
import { answerOf, told } from '../client/drawing.ts';

const CHN = 'state:CHN';
const RUS = 'state:RUS';
const PRK = 'state:PRK';

function answer(id: string, asked: readonly string[]): Answer {
  const vote = told('vote', 'roll-call', 'CHN voter, RUS voter, PRK voter', '+50', {
    parties: [
      { entity: CHN, role: 'voter', side: 'yes' },
      { entity: RUS, role: 'voter', side: 'yes' },
      { entity: PRK, role: 'voter', side: 'no' },
    ],
  });
  const of = answerOf([vote], asked);
  return { ...of, question: { ...of.question, id } };
}

test('of three states and more each claim tells which of them is on which side', () => {
  const text = rowsText(answer('sides', [CHN, RUS, PRK]));
  expect(text).toMatch(/ TITLE +SIDES\n/);
  expect(text).toMatch(/ The claim vote +CHN and RUS against PRK$/);
});

test('of two the group says it, and of another question nothing is asked about sides', () => {
  expect(rowsText(answer('sides', [CHN, PRK]))).not.toMatch(/SIDES|against/);
  expect(rowsText(answer('joint', [CHN, RUS, PRK]))).not.toMatch(/SIDES|against/);
});
