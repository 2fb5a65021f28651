// Who stands against whom in a claim: by sides, and by whom it is aimed at.
import { expect, test } from 'vitest';
import { prepare } from '../../../model/parties.ts';
import { againstWords } from '../../../model/sides.ts';
import { told, vocabulary } from '../client/drawing.ts';

const CHN = 'state:CHN';
const RUS = 'state:RUS';
const PRK = 'state:PRK';
const USA = 'state:USA';
const all = [CHN, RUS, PRK, USA];
const name = (id: string) => id.slice(-3);
const vote = (sides: Record<string, string>, spells: Record<string, object> = {}) =>
  prepare(
    told('vote', 'roll-call', 'CHN voter, RUS voter', '+50', {
      parties: Object.entries(sides).map(([code, side]) => ({
        entity: `state:${code}`,
        role: 'voter',
        side,
        ...spells[code],
      })),
    }).claim,
    vocabulary,
  );

test('each pair of a vote of three is told apart', () => {
  const claim = vote({ CHN: 'yes', RUS: 'yes', PRK: 'no', USA: 'abstain' });
  expect(againstWords(claim, all, null, name)).toBe('CHN and RUS against PRK');
  expect(againstWords(claim, [CHN, RUS, USA], null, name)).toBeNull();
});

test('of a day those count who were on a side then', () => {
  const claim = vote(
    { CHN: 'yes', RUS: 'no', PRK: 'no' },
    { RUS: { from: '2000-01-01', until: '2000-12-31' } },
  );
  expect(againstWords(claim, all, null, name)).toBe('CHN against RUS and PRK');
  expect(againstWords(claim, all, '2010-01-01', name)).toBe('CHN against PRK');
});

test('an accusation sets its actors against its addressees, and an agreement nobody', () => {
  const accused = told('a', 'accusation', 'USA accuser, CHN accused, RUS accused', '+50').claim;
  expect(againstWords(prepare(accused, vocabulary), all, null, name)).toBe('USA against CHN and RUS');
  const agreed = told('b', 'memorandum', 'CHN party, RUS party', '+50').claim;
  expect(againstWords(prepare(agreed, vocabulary), all, null, name)).toBeNull();
});
