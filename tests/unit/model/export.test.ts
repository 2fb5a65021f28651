// model/export.ts: the address and the command of a file, by what of a view changes it.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { commandOf, pathOfFile, questionOfFile } from '../../../model/export.ts';
import { defaultView } from '../../../model/view.ts';

const view = {
  ...defaultView,
  question: 'trilateral',
  filters: { ...defaultView.filters, states: ['state:CHN', 'state:RUS'] },
  layout: 'circle' as const,
  selection: ["claim's/a b"],
  hide: ['sign:-'],
  degree: 2,
};

test('an address says what changes the file, and no more', () => {
  const asked = { question: 'trilateral', format: 'csv' };
  expect(pathOfFile(view, { ...asked, part: 'answer' })).toBe('/api/questions/trilateral.csv?states=CHN,RUS');
  expect(pathOfFile(view, { ...asked, part: 'drawn', form: 'pairs' })).toBe(
    '/api/questions/trilateral.csv?states=CHN,RUS&degree=2&hide=sign:minus&part=drawn&form=pairs',
  );
  expect(pathOfFile(view, { question: 'around', part: 'selected' })).toBe(
    "/api/questions/around/leaves?states=CHN,RUS&sel=claim's/a%20b&part=selected",
  );
});

test('the picture is of what is around the states, but for reports that bring claims into it', () => {
  expect(questionOfFile(view, 'answer')).toBe('trilateral');
  expect(questionOfFile(view, 'drawn')).toBe('around');
  expect(questionOfFile({ ...view, question: 'paths' }, 'drawn')).toBe('paths');
  expect(questionOfFile({ ...view, question: null }, 'answer')).toBe('around');
});

test('a command is read by a shell as it is meant', () => {
  const command = commandOf('csv', { question: 'around', view, part: 'selected', out: 'a b.csv' });
  const words = execFileSync('sh', ['-c', `printf '%s\\n' ${command}`])
    .toString()
    .trim()
    .split('\n');
  expect(words).toEqual([
    ...['npx', 'entente', 'export', 'csv', '--question', 'around', '--states', 'CHN,RUS'],
    ...['--sel', "claim's/a b", '--part', 'selected', '-o', 'a b.csv'],
  ]);
});
