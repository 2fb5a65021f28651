// The words of the canvas, after UX.md section 3.
import { describe, expect, test } from 'vitest';
import {
  chip,
  foldedAbsent,
  foldedRows,
  foldedTies,
  leadChip,
  rowChip,
} from '../../../client/canvas/chip.ts';
import { sceneOf } from '../../../client/canvas/reading.ts';
import { answerOf, drawing, sample, told, vocabulary } from './drawing.ts';

function sceneFrom(answer: typeof sample) {
  const { drawn, view } = drawing(answer);
  return sceneOf(drawn, view, { theme: 'light', vocabulary });
}

const scene = sceneFrom(sample);

function reading(id: string) {
  const found = scene.readings.find((r) => r.id === `beijing-2025/${id}`);
  if (found === undefined) throw new Error(`no claim ${id}`);
  return found;
}

describe('the chips of the shipped data set', () => {
  test.each([
    ['china-russia-ties', '+ Bilateral ties · 50', '+ 50'],
    ['gas-pipeline-memorandum', '+ Memorandum · 70\nagreed', '+ 70'],
    ['india-china-economic-deals', '+ Economic deals · 70\nannounced', '+ 70'],
    ['personnel-to-russia', '+ Personnel to Russia · 50\naffects Ukraine', '+ 50'],
    [
      'permanent-combat-deployment',
      '≠ Combat deployment\n30 against 70 · affects Ukraine',
      '≠ 30 against 70',
    ],
    ['gas-pipeline', '? Gas pipeline\nunclear', '?'],
    ['china-north-korea-tension', '− Tension · 50', '− 50'],
    ['modi-not-at-parade', '○ Modi left early · 70', '○ 70'],
    ['tianjin-summit', '+ Tianjin summit · 70\n3 or more parties', '+ 70'],
    ['isolation-of-moscow', '− Isolation · 70\n2 or more parties', '− 70'],
    ['conspiracy-against-us', '± Conspiracy · ?\nsays Trump', '± ?'],
  ])('%s', (id, label, brief) => {
    expect(chip(reading(id), scene)).toEqual({ label, brief });
  });

  test('a number that is over reports of absence as well is not said to be the denial’s', () => {
    const denied = { ...reading('permanent-combat-deployment') };
    const claim = { ...denied.claim, state: 'denied' as const, stands: false, for: null, against: 70 };
    expect(chip({ ...denied, claim }, scene).label).toBe(
      '× Combat deployment\ndenied · against 70 · affects Ukraine',
    );
  });

  test('the leading shape says how many principals it has', () => {
    expect(leadChip(reading('joint-appearance'), scene).label).toBe('+ Joint appearance · 70\n3 principals');
  });

  const members = ['state:CHN', 'state:RUS', 'state:PRK'];
  test.each([
    ['coordinated-bloc', '≠ Coordinated bloc\n? against ?', '≠ Bloc'],
    ['shared-opposition', '± Shared opposition\nto Western states … · 70', '± Opposition'],
    ['strategic-differences', '− Strategic differences\n50', '− Differences'],
    ['integrated-alliance-ahead', '× Integrated alliance\ndenied · 50', '× Alliance'],
    ['deeper-military-cooperation', '? Deeper military ties\nunclear', '? Ties'],
    ['formal-bloc', '∅ Formal bloc\nnot found · 70', '∅ Bloc'],
  ])('the row %s', (id, label, brief) => {
    expect(rowChip(reading(id), scene, members)).toEqual({ label, brief });
  });
});

test('folds count and never hide what is contested', () => {
  const absent = ['binding-defence-pact', 'formal-bloc', 'common-command', 'trilateral-cooperation'];
  expect(foldedAbsent(absent.map(reading), 'unevidenced')).toEqual({
    label: '∅ 4 looked for, not found\npact, bloc, command …',
    brief: '∅ 4 not found',
  });
  const standing = ['coordinated-bloc', 'parade', 'message-to-us-allies'];
  expect(foldedRows(standing.map(reading)).label).toBe('3 more that stand\n≠ 1   − 1   ○ 1');
  const many = sceneFrom(
    answerOf(
      [
        told('a', 'memorandum', 'CHN signatory, RUS signatory', '+70'),
        told('b', 'memorandum', 'CHN signatory, RUS signatory', '+70 -30'),
        told('c', 'memorandum', 'CHN signatory, RUS signatory', '+?'),
      ],
      [],
    ),
  ).readings;
  expect(foldedTies(many).label).toBe('+ 3 claims, 1 contested');
});

test('unknown is a question mark and zero a zero; nobody’s number stands alone', () => {
  const { readings, ...rest } = sceneFrom(
    answerOf(
      [
        told('zero', 'memorandum', 'CHN signatory, RUS signatory', '+0'),
        told('unknown', 'memorandum', 'CHN signatory, RUS signatory', '+?'),
        told('found', 'memorandum', 'CHN signatory, RUS signatory', '070'),
        told('doubt', 'memorandum', 'CHN signatory, RUS signatory', '+50 050'),
      ],
      [],
    ),
  );
  expect(readings.map((r) => chip(r, { readings, ...rest }).label)).toEqual([
    '+ zero · 0',
    '+ unknown · ?',
    '∅ found\nnot found · 70',
    '≈ doubt\n50 against 50',
  ]);
});
