// The legend counts what is in the picture: what stands, and what does not beside it.
import { expect, test } from 'vitest';
import { legend } from '../../../client/canvas/legend.ts';
import { states } from '../data/files.ts';
import { answerOf, drawing, sample, told, vocabulary } from './drawing.ts';

const options = { theme: 'light', vocabulary } as const;

function rowsOf(change: Parameters<typeof drawing>[1] = {}) {
  const { drawn, view } = drawing(sample, change);
  return legend(drawn, view, options).groups.map((g) => [
    g.heading,
    Object.fromEntries(g.rows.map((r) => [r.label, r.others > 0 ? [r.stands, r.others] : r.stands])),
  ]);
}

test('the shipped data set in the alignment view', () => {
  expect(Object.fromEntries(rowsOf())).toEqual({
    Sign: { Cooperation: [11, 8], Conflict: 6, 'With and against': 2, Neutral: 4 },
    Modality: { 'Done, in force': 17, 'Agreed, announced': 2, 'Planned, alleged …': [4, 8] },
    'Confidence, for': { High: 13, Medium: 7, Unknown: 3 },
    'Disputed, absent': { Contested: 2, 'No evidence': [0, 4], Denied: [0, 1], Open: [0, 3] },
    Principals: { Two: [11, 2], Three: [4, 6], 'Four or more': 2, 'Not all known': 6 },
    Context: { Military: [3, 4], Economic: [3, 1], Diplomatic: [16, 2], Other: [1, 1] },
  });
});

test('the claims view draws unilateral claims too', () => {
  expect(Object.fromEntries(rowsOf({ draw: 'claims' }))).toMatchObject({
    Sign: { Neutral: 6 },
    Modality: { 'Done, in force': 19 },
    'Confidence, for': { High: 14, Medium: 8, Unknown: 3 },
    Principals: { One: 2 },
    Context: { Military: [4, 4], Other: [2, 1] },
  });
});

test('an entry that is switched off stays, with the claims that it hides', () => {
  const { drawn, view } = drawing(sample, { hide: ['sign:-'] });
  const rows = legend(drawn, view, options).groups.flatMap((g) => g.rows);
  const row = (key: string) => rows.find((r) => r.key === key);
  expect(row('sign:-')).toMatchObject({ on: false, stands: 6, others: 0 });
  expect(row('sign:+')).toMatchObject({ on: true, stands: 11, others: 8 });
  expect(row('principals:two')).toBeUndefined();
  expect(row('principals:2')).toMatchObject({ stands: 9, others: 2 });
});

test('every entry has a sample and says it without colour', () => {
  const { drawn, view } = drawing(sample);
  const { groups, foot } = legend(drawn, view, options);
  for (const row of groups.flatMap((g) => g.rows)) expect(row.svg).toMatch(/^<svg /);
  expect(groups[0]?.rows.map((r) => r.mark)).toEqual(['+', '−', '±', '○']);
  expect(foot).toContain('derived');
});

test('the words of the picture in small stand where it is drawn so, by its states and not by what is asked', () => {
  const capitals = states.map(({ id, lon = 0, lat = 0 }) => ({ id, lon, lat }));
  const codes = states.flatMap((s) => (s.iso3 === undefined ? [] : `${s.iso3} party`));
  const footOf = (n: number, draw: 'alignment' | 'claims' = 'alignment') => {
    const parties = codes.slice(0, n).join(', ');
    const { drawn, view } = drawing(answerOf([told('a', 'summit', parties, '+50')], ['state:CHN']), { draw });
    return legend(drawn, view, { ...options, capitals });
  };
  expect(footOf(61)).toMatchObject({ small: true, foot: expect.stringContaining('one claim of so many') });
  expect(footOf(60)).toMatchObject({ small: false, foot: expect.stringContaining('inside a field') });
  expect(footOf(61, 'claims')).toMatchObject({ small: false, foot: expect.stringContaining('stored') });
});
